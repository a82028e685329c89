import { readHeading } from './headings';

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const ticket = '0-5';
const custom = '2-456';

describe('a heading', () => {
  it.each([
    'Record ID', 'RECORD ID', 'record_id', 'recordId', 'ID', 'Id', 'hs_object_id', 'HubSpot ID', 'HubSpot Record ID', 'Object ID',
    'Datensatz-ID', 'ID de registro', 'ID do registro', 'ID de fiche', 'ID d’enregistrement', 'レコードID', 'オブジェクトID', 'Record ID (HubSpot)',
  ])('%s is of ids for every type', (heading) => {
    for (const type of [contact, company, deal, ticket, custom]) expect(readHeading(heading, type)).toBe('id');
  }); // prettier-ignore

  it.each([
    [contact, 'Contact ID', 'id'],
    [contact, 'Record ID - Contact', 'id'],
    [contact, 'Kontakt-ID', 'id'],
    [contact, 'Contact VID', 'id'],
    [contact, 'Company ID', 'other'],
    [contact, 'Record ID - Company', 'other'],
    [contact, 'Associated Company IDs', 'other'],
    [contact, 'Salesforce ID', 'other'],
    [contact, 'User ID', 'other'],
    [deal, 'Deal ID', 'id'],
    [deal, 'Order ID', 'other'],
    [deal, 'ID de la transaction', 'id'],
    [deal, 'ID del negocio', 'id'],
    [company, 'Unternehmens-ID', 'id'],
    [company, 'ID da empresa', 'id'],
    [company, '会社ID', 'id'],
    [ticket, 'チケットID', 'id'],
    [company, 'Umsatzsteuer-ID', 'other'],
    [company, 'Tax ID', 'other'],

    [contact, 'Email', 'email'],
    [contact, 'E-Mail-Adresse', 'email'],
    [contact, 'Work e-mail', 'email'],
    [contact, 'Correo electrónico', 'email'],
    [contact, 'Adresse e-mail', 'email'],
    [contact, 'Courriel', 'email'],
    [contact, 'メールアドレス', 'email'],
    [contact, 'Eメール', 'email'],
    [contact, 'Email opt-out', 'other'],
    [contact, 'Owner email', 'other'],
    [contact, 'Company email', 'other'],
    [contact, 'Last marketing email open date', 'other'],
    [contact, 'Email domain', 'other'],
    [company, 'Contact email', 'email'],
    [deal, 'Email', 'other'],

    [company, 'Company domain name', 'domain'],
    [company, 'Website', 'domain'],
    [company, 'Webseite', 'domain'],
    [company, 'Site web', 'domain'],
    [company, 'Dominio', 'domain'],
    [company, 'ドメイン', 'domain'],
    [company, 'WebサイトURL', 'domain'],
    [company, 'LinkedIn URL', 'other'],
    [contact, 'Website', 'other'],

    [contact, 'Phone', 'phone'],
    [contact, 'phone 2', 'phone'],
    [contact, 'Mobile phone number', 'phone'],
    [contact, 'Telefonnummer', 'phone'],
    [contact, 'Teléfono', 'phone'],
    [company, '電話番号', 'phone'],
    [contact, 'Fax', 'other'],

    [contact, 'Name', 'name'],
    [contact, 'Full name', 'name'],
    [contact, '氏名', 'name'],
    [contact, 'First name', 'firstName'],
    [contact, 'Vorname', 'firstName'],
    [contact, 'Prénom', 'firstName'],
    [contact, 'Last Name', 'lastName'],
    [contact, 'Nachname', 'lastName'],
    [contact, 'Apellidos', 'lastName'],
    [contact, 'Sobrenome', 'lastName'],
    [contact, '姓', 'lastName'],
    [contact, '名', 'firstName'],
    [contact, 'Company name', 'other'],
    [company, 'Company name', 'name'],
    [company, 'Company/Account', 'name'],
    [company, 'Unternehmensname', 'name'],
    [company, 'Name des Unternehmens', 'name'],
    [company, "Nom de l'entreprise", 'name'],
    [company, 'Nombre de la empresa', 'name'],
    [company, 'Nome da empresa', 'name'],
    [company, '会社名', 'name'],
    [company, 'First name', 'other'],
    [deal, 'Deal Name', 'name'],
    [deal, 'dealname', 'name'],
    [deal, 'Deal-Name', 'name'],
    [deal, 'Nom de la transaction', 'name'],
    [deal, 'Nombre del negocio', 'name'],
    [deal, 'Nome do negócio', 'name'],
    [deal, '取引名', 'name'],
    [ticket, 'Ticket name', 'name'],
    [ticket, 'Subject', 'name'],
    [ticket, 'Betreff', 'name'],
    [ticket, 'チケット名', 'name'],

    [deal, 'Amount', 'other'],
    [company, 'Number of employees', 'other'],
    [ticket, 'Order', 'other'],
    [contact, 'Score', 'other'],
    [contact, 'Créé: date', 'other'],
    [contact, 'Anything else', undefined],
    [contact, 'Ann Smith', undefined],
  ])('for type %s, %s is of %s', (type, heading, kind) => expect(readHeading(heading, type)).toBe(kind));

  it('may be the account’s own word for a custom object', () => {
    expect(readHeading('Vehicle', custom, ['Vehicle', 'p123_vehicle'])).toBe('name');
    expect(readHeading('Vehicle name', custom, ['Vehicle'])).toBe('name');
    expect(readHeading('Vehicle ID', custom, ['Vehicle'])).toBe('id');
    expect(readHeading('Boat ID', custom, ['Vehicle'])).toBe('other');
  });
});
