import { options } from './property';
import type { Words } from './words';

// Labels and options that several object types have.

export const lifecycleStage: Words = ['Lifecycle Stage', 'ライフサイクルステージ', 'Lifecycle-Phase', 'Phase du cycle de vie', 'Etapa del ciclo de vida', 'Estágio do ciclo de vida']; // prettier-ignore

export const lifecycleStages = options({
  subscriber: ['Subscriber', '登録者', 'Abonnent', 'Abonné', 'Suscriptor', 'Assinante'],
  lead: ['Lead', 'リード', 'Lead', 'Lead', 'Lead', 'Lead'],
  marketingqualifiedlead: ['Marketing Qualified Lead', 'MQL', 'Marketing-qualifizierter Lead', 'Lead qualifié marketing', 'Lead calificado para marketing', 'Lead qualificado pelo marketing'],
  salesqualifiedlead: ['Sales Qualified Lead', 'SQL', 'Sales-qualifizierter Lead', 'Lead qualifié commercial', 'Lead calificado para ventas', 'Lead qualificado por vendas'],
  opportunity: ['Opportunity', '商談', 'Opportunity', 'Opportunité', 'Oportunidad', 'Oportunidade'],
  customer: ['Customer', '顧客', 'Kunde', 'Client', 'Cliente', 'Cliente'],
  evangelist: ['Evangelist', 'エバンジェリスト', 'Fürsprecher', 'Ambassadeur', 'Prescriptor', 'Promotor'],
  other: ['Other', 'その他', 'Sonstige', 'Autre', 'Otro', 'Outro'],
}); // prettier-ignore

export const phoneNumber: Words = ['Phone Number', '電話番号', 'Telefonnummer', 'Numéro de téléphone', 'Número de teléfono', 'Número de telefone']; // prettier-ignore
export const searchablePhone: Words = ['Calculated Phone Number without country code', '国番号なしの電話番号（計算済み）', 'Berechnete Telefonnummer ohne Ländervorwahl', 'Numéro de téléphone calculé sans indicatif', 'Número de teléfono calculado sin código de país', 'Número de telefone calculado sem código do país']; // prettier-ignore
export const mergedIds: Words = ['Merged record IDs', '統合されたレコードID', 'IDs zusammengeführter Datensätze', 'ID des enregistrements fusionnés', 'IDs de registros combinados', 'IDs de registros mesclados']; // prettier-ignore
export const city: Words = ['City', '市区町村', 'Stadt', 'Ville', 'Ciudad', 'Cidade'];
export const country: Words = ['Country/Region', '国/地域', 'Land/Region', 'Pays/région', 'País/región', 'País/Região']; // prettier-ignore
export const lastContacted: Words = ['Last Contacted', '最終連絡日', 'Zuletzt kontaktiert', 'Dernier contact', 'Último contacto', 'Último contato']; // prettier-ignore
export const closeDate: Words = ['Close Date', 'クローズ日', 'Abschlussdatum', 'Date de fermeture', 'Fecha de cierre', 'Data de fechamento']; // prettier-ignore
export const associatedContacts: Words = ['Number of Associated Contacts', '関連付けられたコンタクトの数', 'Anzahl der zugeordneten Kontakte', 'Nombre de contacts associés', 'Número de contactos asociados', 'Número de contatos associados']; // prettier-ignore
export const associatedDeals: Words = ['Number of Associated Deals', '関連付けられた取引の数', 'Anzahl der zugeordneten Deals', 'Nombre de transactions associées', 'Número de negocios asociados', 'Número de negócios associados']; // prettier-ignore
export const pipeline: Words = ['Pipeline', 'パイプライン', 'Pipeline', 'Pipeline', 'Pipeline', 'Pipeline'];
export const priority: Words = ['Priority', '優先度', 'Priorität', 'Priorité', 'Prioridad', 'Prioridade'];
export const description: Words = ['Description', '説明', 'Beschreibung', 'Description', 'Descripción', 'Descrição']; // prettier-ignore

/** The names of the three priorities that deals and tickets have. */
export const priorities = {
  low: ['Low', '低', 'Niedrig', 'Faible', 'Baja', 'Baixa'],
  medium: ['Medium', '中', 'Mittel', 'Moyenne', 'Media', 'Média'],
  high: ['High', '高', 'Hoch', 'Élevée', 'Alta', 'Alta'],
} satisfies Record<string, Words>;
