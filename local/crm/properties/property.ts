import type { Words } from './words';

/** HubSpot's types of properties, as far as they occur here. */
export type PropertyType = 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool';

/** One of the values that an enumeration allows. */
export interface PropertyOption {
  value: string;
  label: Words;
  /** HubSpot's forms and menus leave it out; records may have it. */
  hidden?: boolean;
}

/** A property of an object type. */
export interface Property {
  name: string;
  label: Words;
  type: PropertyType;
  /** How HubSpot shows it: `text`, `select`. A `checkbox` enumeration takes several values, separated by semicolons. */
  fieldType: string;
  /** The name of its group; see `groups.ts`. */
  group: string;
  /** Of an enumeration. Empty for owners, which HubSpot lists elsewhere. */
  options?: readonly PropertyOption[];
  description?: Words;
  /** The values are ids of owners. */
  owners?: boolean;
  /** HubSpot's screens do not offer it. */
  hidden?: boolean;
  /** HubSpot calculates its value, and refuses another. */
  calculated?: boolean;
  /** HubSpot sets its value, and refuses another. */
  readOnly?: boolean;
  /** Deleted by an admin: HubSpot lists it apart, and records are not searched by it. */
  archived?: boolean;
  /** The account defined it, not HubSpot. */
  own?: boolean;
  currency?: boolean;
  /** The most characters of a value. */
  maxLength?: number;
  /** Forms may ask for it. */
  inForms?: boolean;
}

type More = Partial<Omit<Property, 'name' | 'label' | 'type' | 'group'>>;

/** Builders of the properties of one group. */
export function propertiesIn(group: string) {
  const make =
    (type: PropertyType, fieldType: string) =>
    (name: string, label: Words, more: More = {}): Property => ({
      name,
      label,
      type,
      fieldType,
      group,
      ...more,
    });
  const choice =
    (fieldType: string) =>
    (name: string, label: Words, options: readonly PropertyOption[], more: More = {}): Property => ({
      ...make('enumeration', fieldType)(name, label, more),
      options,
    });
  return {
    text: make('string', 'text'),
    longText: make('string', 'textarea'),
    phone: make('string', 'phonenumber'),
    number: make('number', 'number'),
    date: make('date', 'date'),
    datetime: make('datetime', 'date'),
    bool: (name: string, label: Words, more: More = {}): Property => ({
      ...make('bool', 'booleancheckbox')(name, label, more),
      options: yesAndNo,
    }),
    select: choice('select'),
    radio: choice('radio'),
    checkboxes: choice('checkbox'),
    owner: (label: Words): Property => ({
      ...make('enumeration', 'select')('hubspot_owner_id', label),
      options: [],
      owners: true,
    }),
  };
}

const yesAndNo: PropertyOption[] = [
  { value: 'true', label: ['Yes', 'はい', 'Ja', 'Oui', 'Sí', 'Sim'] },
  { value: 'false', label: ['No', 'いいえ', 'Nein', 'Non', 'No', 'Não'] },
];

/** Options from their values and labels. */
export function options(rows: Record<string, Words>): PropertyOption[] {
  return Object.entries(rows).map(([value, label]) => ({ value, label }));
}

/** HubSpot's properties of every record. The time of the last change has another name on contacts. */
export function recordProperties(group: string, modified: string, isCustom = false): Property[] {
  const { datetime, number } = propertiesIn(group);
  return [
    datetime('createdate', isCustom ? objectCreated : created),
    datetime(modified, isCustom ? objectModified : lastModified, { readOnly: true }),
    number('hs_object_id', ['Record ID', 'レコードID', 'Datensatz-ID', 'ID de la fiche', 'ID del registro', 'ID do registro'], { readOnly: true }),
  ]; // prettier-ignore
}

const created: Words = ['Create Date', '作成日', 'Erstellungsdatum', 'Date de création', 'Fecha de creación', 'Data de criação']; // prettier-ignore
const lastModified: Words = ['Last Modified Date', '最終更新日', 'Datum der letzten Änderung', 'Date de dernière modification', 'Fecha de última modificación', 'Data da última modificação']; // prettier-ignore
const objectCreated: Words = ['Object create date/time', 'オブジェクトの作成日時', 'Objekterstellung: Datum/Uhrzeit', "Date/heure de création de l'objet", 'Fecha/hora de creación del objeto', 'Data/hora de criação do objeto']; // prettier-ignore
const objectModified: Words = ['Object last modified date/time', 'オブジェクトの最終更新日時', 'Letzte Änderung des Objekts: Datum/Uhrzeit', "Date/heure de dernière modification de l'objet", 'Fecha/hora de última modificación del objeto', 'Data/hora da última modificação do objeto']; // prettier-ignore
