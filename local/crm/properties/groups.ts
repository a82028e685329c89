import type { Words } from './words';

/** The labels of the groups that properties are listed in on HubSpot's settings pages, by their names. */
export const groupLabels: Record<string, Words> = {
  contactinformation: ['Contact information', 'コンタクト情報', 'Kontaktinformationen', 'Informations sur le contact', 'Información del contacto', 'Informações do contato'],
  emailinformation: ['Email information', 'Eメール情報', 'E-Mail-Informationen', "Informations sur l'e-mail", 'Información de correo', 'Informações de e-mail'],
  companyinformation: ['Company information', '会社情報', 'Unternehmensinformationen', "Informations sur l'entreprise", 'Información de la empresa', 'Informações da empresa'],
  dealinformation: ['Deal information', '取引情報', 'Deal-Informationen', 'Informations sur la transaction', 'Información del negocio', 'Informações do negócio'],
  ticketinformation: ['Ticket information', 'チケット情報', 'Ticketinformationen', 'Informations sur le ticket', 'Información del ticket', 'Informações do ticket'],
  vehicle_information: ['Vehicle information', 'Vehicle情報', 'Vehicle-Informationen', 'Informations sur Vehicle', 'Información de Vehicle', 'Informações de Vehicle'],
  engagement: ['Engagement information', 'エンゲージメント情報', 'Interaktionsinformationen', "Informations sur l'engagement", 'Información de interacción', 'Informações de engajamento'],
  account_contact_information: 'Our contacts',
  account_company_information: 'Our companies',
  account_deal_information: 'Our deals',
}; // prettier-ignore
