import { pipelineOptions, stageOptions } from '../pipelines';
import { options, propertiesIn, recordProperties, type Property } from './property';
import * as shared from './shared';

const { text, longText, select, radio, number, datetime, bool, owner } = propertiesIn('dealinformation');
const own = propertiesIn('account_deal_information');

/** The properties of deals: HubSpot's that the sample account has values of, and some of the account's own. */
export const dealProperties: Property[] = [
  text('dealname', ['Deal Name', '取引名', 'Deal-Name', 'Nom de la transaction', 'Nombre del negocio', 'Nome do negócio']),
  number('amount', ['Amount', '金額', 'Betrag', 'Montant', 'Valor', 'Valor'], { currency: true }),
  datetime('closedate', shared.closeDate),
  select('pipeline', shared.pipeline, pipelineOptions('0-3')),
  radio('dealstage', ['Deal Stage', '取引ステージ', 'Deal-Phase', 'Phase de la transaction', 'Etapa del negocio', 'Fase do negócio'], stageOptions('0-3')),
  radio('dealtype', ['Deal Type', '取引タイプ', 'Deal-Typ', 'Type de transaction', 'Tipo de negocio', 'Tipo de negócio'], options({
    newbusiness: ['New Business', '新規案件', 'Neugeschäft', 'Nouvelle affaire', 'Nuevo negocio', 'Novo negócio'],
    existingbusiness: ['Existing Business', '既存案件', 'Bestandsgeschäft', 'Affaire existante', 'Negocio existente', 'Negócio existente'],
  })),
  select('hs_priority', shared.priority, options(shared.priorities)),
  bool('hs_is_closed', ['Is Deal Closed?', '取引はクローズ済みか', 'Deal ist abgeschlossen?', 'La transaction est-elle conclue ?', '¿El negocio está cerrado?', 'O negócio está fechado?'], { calculated: true }),
  owner(['Deal owner', '取引担当者', 'Für Deal zuständiger Mitarbeiter', 'Propriétaire de la transaction', 'Propietario del negocio', 'Proprietário do negócio']),
  number('num_associated_contacts', shared.associatedContacts, { calculated: true }),
  longText('description', ['Deal Description', '取引の説明', 'Deal-Beschreibung', 'Description de la transaction', 'Descripción del negocio', 'Descrição do negócio']),
  own.date('kick_off', 'Kick-off', { own: true }),
  own.text('old_crm_id', 'ID in the old CRM', { own: true, archived: true }),
  ...recordProperties('dealinformation', 'hs_lastmodifieddate'),
]; // prettier-ignore
