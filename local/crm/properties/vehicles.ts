import { options, propertiesIn, recordProperties, type Property } from './property';

const { text, longText, select, radio, checkboxes, number, date, datetime, bool, owner } =
  propertiesIn('vehicle_information');
const own = { own: true };

/**
 * The properties of the account's custom object. Its labels are the account's own, some of them Japanese, and the same in
 * every language.
 */
export const vehicleProperties: Property[] = [
  text('model', 'Model', own),
  text('plate', 'Plate', own),
  select('colour', 'Colour', [
    ...options({ white: 'White', blue: 'Blue', red: 'Red' }),
    { value: 'green', label: 'Green', hidden: true },
  ], own),
  radio('body_type', 'Body type', options({ panel_van: 'Panel van', minibus: 'Minibus', pick_up: 'Pick-up' }), own),
  checkboxes('equipment', 'Equipment', options({ tail_lift: 'Tail lift', refrigeration: 'Refrigeration', tow_bar: 'Tow bar', roof_rack: 'Roof rack' }), own),
  select('fuel', '燃料', options({ diesel: '軽油', petrol: 'ガソリン', electric: '電気' }), own),
  number('mileage', 'Mileage (km)', own),
  number('purchase_price', 'Purchase price', { ...own, currency: true }),
  bool('leased', 'Leased', own),
  date('first_registered', 'First registered', own),
  date('inspection_due', '車検満了日', own),
  datetime('last_service', 'Last service', own),
  longText('notes', 'Notes', own),
  text('old_fleet_number', 'Old fleet number', { ...own, archived: true }),
  owner(['Vehicle owner', 'Vehicle担当者', 'Für Vehicle zuständiger Mitarbeiter', 'Propriétaire Vehicle', 'Propietario de Vehicle', 'Proprietário de Vehicle']),
  ...recordProperties('vehicle_information', 'hs_lastmodifieddate', true),
]; // prettier-ignore
