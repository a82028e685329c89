import { pipelineOptions, stageOptions } from '../pipelines';
import { options, propertiesIn, recordProperties, type Property } from './property';
import * as shared from './shared';

const { text, longText, select, radio, checkboxes, datetime, owner } = propertiesIn('ticketinformation');

/** The properties of tickets: HubSpot's that the sample account has values of, and one of the account's own. */
export const ticketProperties: Property[] = [
  text('subject', ['Ticket name', 'チケット名', 'Ticketname', 'Nom du ticket', 'Nombre del ticket', 'Nome do ticket'], { inForms: true }),
  longText('content', ['Ticket description', 'チケットの説明', 'Ticketbeschreibung', 'Description du ticket', 'Descripción del ticket', 'Descrição do ticket'], { inForms: true }),
  select('hs_pipeline', shared.pipeline, pipelineOptions('0-5')),
  radio('hs_pipeline_stage', ['Ticket status', 'チケットステータス', 'Ticketstatus', 'Statut du ticket', 'Estado del ticket', 'Status do ticket'], stageOptions('0-5')),
  select('hs_ticket_priority', shared.priority, options({
    LOW: shared.priorities.low,
    MEDIUM: shared.priorities.medium,
    HIGH: shared.priorities.high,
    URGENT: ['Urgent', '緊急', 'Dringend', 'Urgente', 'Urgente', 'Urgente'],
  }), { inForms: true }),
  checkboxes('hs_ticket_category', ['Category', 'カテゴリー', 'Kategorie', 'Catégorie', 'Categoría', 'Categoria'], options({
    PRODUCT_ISSUE: ['Product Issue', '製品の問題', 'Produktproblem', 'Problème de produit', 'Problema con un producto', 'Problema com produto'],
    BILLING_ISSUE: ['Billing Issue', '請求の問題', 'Abrechnungsproblem', 'Problème de facturation', 'Problema de facturación', 'Problema de cobrança'],
    FEATURE_REQUEST: ['Feature Request', '機能のリクエスト', 'Funktionsanfrage', 'Demande de fonctionnalité', 'Solicitud de función', 'Solicitação de recurso'],
    GENERAL_INQUIRY: ['General Inquiry', '一般的な問い合わせ', 'Allgemeine Anfrage', 'Demande générale', 'Consulta general', 'Pergunta geral'],
  }), { inForms: true }),
  select('source_type', ['Source', 'ソース', 'Quelle', 'Source', 'Fuente', 'Fonte'], options({
    CHAT: ['Chat', 'チャット', 'Chat', 'Chat', 'Chat', 'Chat'],
    EMAIL: ['Email', 'Eメール', 'E-Mail', 'E-mail', 'Correo', 'E-mail'],
    FORM: ['Form', 'フォーム', 'Formular', 'Formulaire', 'Formulario', 'Formulário'],
    PHONE: ['Phone', '電話', 'Telefon', 'Téléphone', 'Teléfono', 'Telefone'],
  })),
  datetime('closed_date', shared.closeDate),
  owner(['Ticket owner', 'チケット担当者', 'Für Ticket zuständiger Mitarbeiter', 'Propriétaire du ticket', 'Propietario del ticket', 'Proprietário do ticket']),
  text('old_crm_id', 'ID in the old CRM', { own: true, archived: true }),
  ...recordProperties('ticketinformation', 'hs_lastmodifieddate'),
]; // prettier-ignore
