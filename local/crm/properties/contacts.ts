import { options, propertiesIn, recordProperties, type Property } from './property';
import * as shared from './shared';

const { text, longText, phone, select, radio, checkboxes, number, datetime, owner } =
  propertiesIn('contactinformation');
const email = propertiesIn('emailinformation');
const own = propertiesIn('account_contact_information');

/** The properties of contacts: HubSpot's that the sample account has values of, and some of the account's own. */
export const contactProperties: Property[] = [
  text('firstname', ['First Name', '名', 'Vorname', 'Prénom', 'Nombre', 'Nome'], { inForms: true }),
  text('lastname', ['Last Name', '姓', 'Nachname', 'Nom', 'Apellidos', 'Sobrenome'], { inForms: true }),
  text('email', ['Email', 'Eメール', 'E-Mail', 'E-mail', 'Correo', 'E-mail'], { inForms: true }),
  phone('phone', shared.phoneNumber, { inForms: true }),
  phone('mobilephone', ['Mobile Phone Number', '携帯電話番号', 'Mobiltelefonnummer', 'Numéro de téléphone mobile', 'Número de teléfono móvil', 'Número do celular'], { inForms: true }),
  text('fax', ['Fax Number', 'FAX番号', 'Faxnummer', 'Numéro de fax', 'Número de fax', 'Número de fax'], { inForms: true }),
  text('hs_searchable_calculated_phone_number', shared.searchablePhone, { hidden: true, calculated: true }),
  text('hs_searchable_calculated_mobile_number', ['Calculated Mobile Number without country code', '国番号なしの携帯電話番号（計算済み）', 'Berechnete Mobilnummer ohne Ländervorwahl', 'Numéro de mobile calculé sans indicatif', 'Número de móvil calculado sin código de país', 'Número de celular calculado sem código do país'], { hidden: true, calculated: true }),
  text('hs_additional_emails', ['Additional email addresses', '追加のEメールアドレス', 'Zusätzliche E-Mail-Adressen', 'Adresses e-mail supplémentaires', 'Direcciones de correo adicionales', 'Endereços de e-mail adicionais']),
  email.text('hs_email_domain', ['Email Domain', 'Eメールのドメイン', 'E-Mail-Domain', "Domaine de l'e-mail", 'Dominio de correo', 'Domínio de e-mail'], { calculated: true }),
  email.bool('hs_email_optout', ['Unsubscribed from all email', '全てのEメールの配信停止', 'Von allen E-Mails abgemeldet', 'Désabonné de tous les e-mails', 'Suscripción a todo el correo cancelada', 'Assinatura de todos os e-mails cancelada']),
  text('hs_merged_object_ids', shared.mergedIds, { readOnly: true }),
  text('jobtitle', ['Job Title', '役職', 'Position', 'Intitulé du poste', 'Cargo', 'Cargo'], { inForms: true }),
  text('company', ['Company Name', '会社名', 'Unternehmensname', "Nom de l'entreprise", 'Nombre de la empresa', 'Nome da empresa'], { inForms: true }),
  text('city', shared.city, { inForms: true }),
  text('country', shared.country, { inForms: true }),
  radio('lifecyclestage', shared.lifecycleStage, shared.lifecycleStages, { inForms: true }),
  radio('hs_lead_status', ['Lead Status', 'リードステータス', 'Lead-Status', 'Statut du lead', 'Estado del lead', 'Status do lead'], options({
    NEW: ['New', '新規', 'Neu', 'Nouveau', 'Nuevo', 'Novo'],
    OPEN: ['Open', 'オープン', 'Offen', 'Ouvert', 'Abierto', 'Aberto'],
    IN_PROGRESS: ['In Progress', '進行中', 'In Bearbeitung', 'En cours', 'En curso', 'Em andamento'],
    OPEN_DEAL: ['Open Deal', 'オープンな取引', 'Offener Deal', 'Transaction ouverte', 'Negocio abierto', 'Negócio em aberto'],
    UNQUALIFIED: ['Unqualified', '対象外', 'Nicht qualifiziert', 'Non qualifié', 'No calificado', 'Não qualificado'],
    ATTEMPTED_TO_CONTACT: ['Attempted to Contact', '連絡試行済み', 'Kontaktaufnahme versucht', 'Tentative de contact', 'Intento de contacto', 'Tentativa de contato'],
    CONNECTED: ['Connected', '連絡済み', 'Kontakt hergestellt', 'Contacté', 'Conectado', 'Conectado'],
    BAD_TIMING: ['Bad Timing', '時期尚早', 'Falscher Zeitpunkt', 'Mauvais moment', 'Mal momento', 'Momento inadequado'],
  })),
  checkboxes('hs_buying_role', ['Buying Role', '購買に関する役割', 'Rolle im Kaufprozess', "Rôle d'achat", 'Rol de compra', 'Função de compra'], options({
    BLOCKER: ['Blocker', '反対者', 'Blocker', 'Bloqueur', 'Bloqueador', 'Bloqueador'],
    BUDGET_HOLDER: ['Budget Holder', '予算保有者', 'Budgetverantwortlicher', 'Détenteur du budget', 'Titular del presupuesto', 'Detentor do orçamento'],
    CHAMPION: ['Champion', '推進者', 'Champion', 'Champion', 'Defensor', 'Defensor'],
    DECISION_MAKER: ['Decision Maker', '意思決定者', 'Entscheider', 'Décisionnaire', 'Responsable de la decisión', 'Tomador de decisão'],
    END_USER: ['End User', 'エンドユーザー', 'Endnutzer', 'Utilisateur final', 'Usuario final', 'Usuário final'],
    INFLUENCER: ['Influencer', 'インフルエンサー', 'Influencer', 'Influenceur', 'Influenciador', 'Influenciador'],
  })),
  owner(['Contact owner', 'コンタクト担当者', 'Für Kontakt zuständiger Mitarbeiter', 'Propriétaire du contact', 'Propietario del contacto', 'Proprietário do contato']),
  number('associatedcompanyid', ['Primary Associated Company ID', '主要な関連会社のID', 'ID des primär zugeordneten Unternehmens', "ID de l'entreprise associée principale", 'ID de la empresa principal asociada', 'ID da empresa principal associada'], { readOnly: true }),
  number('num_associated_deals', shared.associatedDeals, { calculated: true }),
  select('numemployees', ['Number of Employees', '従業員数', 'Anzahl der Mitarbeiter', "Nombre d'employés", 'Número de empleados', 'Número de funcionários'], options({ '1-5': '1-5', '5-25': '5-25', '25-50': '25-50', '50-100': '50-100', '100-500': '100-500', '500-1000': '500-1000', '1000+': '1000+' }), { inForms: true }),
  datetime('notes_last_contacted', shared.lastContacted, { readOnly: true }),
  datetime('closedate', shared.closeDate),
  longText('message', ['Message', 'メッセージ', 'Nachricht', 'Message', 'Mensaje', 'Mensagem'], { inForms: true }),
  own.date('renewal_date', 'Renewal date', { own: true }),
  own.checkboxes('interests', 'Interests', [
    ...options({ pricing: 'Pricing', integrations: 'Integrations', training: 'Training' }),
    { value: 'fairs', label: 'Trade fairs', hidden: true },
  ], { own: true, inForms: true }),
  own.text('old_crm_id', 'ID in the old CRM', { own: true, archived: true }),
  ...recordProperties('contactinformation', 'lastmodifieddate'),
]; // prettier-ignore
