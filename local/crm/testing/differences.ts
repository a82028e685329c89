import { hubspotModels } from './hubspot-models';

/**
 * How a JSON value differs from a model of HubSpot's OpenAPI documents, a sentence each: a required field is missing, a
 * field is not in the model, or a value is of another type. Fields are named by their model, so that the same difference
 * reads the same wherever it occurs.
 */
export function differences(value: unknown, model: string): string[] {
  return [...new Set(inModel(value, model, model))];
}

function inType(value: unknown, type: string, at: string): string[] {
  if (type.startsWith('map of ')) {
    if (!isObject(value)) return wrong(value, 'object', at);
    return Object.values(value).flatMap((one) => inType(one, type.slice('map of '.length), `${at}.*`));
  }
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return wrong(value, 'array', at);
    return value.flatMap((one) => inType(one, type.slice(0, -2), at));
  }
  if (type in hubspotModels) return inModel(value, type, at);
  const isRight = type.startsWith('one of ')
    ? type.slice('one of '.length).split(' | ').includes(String(value))
    : (formats[type]?.(value) ?? unknownType(type));
  return isRight ? [] : wrong(value, type, at);
}

function inModel(value: unknown, model: string, at: string): string[] {
  if (!isObject(value)) return wrong(value, model, at);
  const fields = new Map(
    Object.entries(hubspotModels[model] ?? unknownType(model)).map(([name, type]) => [
      name.replace('?', ''),
      { type, required: !name.endsWith('?') },
    ]),
  );
  const missing = [...fields].filter(([name, { required }]) => required && !(name in value));
  return [
    ...missing.map(([name]) => `${model}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const field = fields.get(name);
      return field ? inType(one, field.type, `${model}.${name}`) : `${model}.${name} is not in the document`;
    }),
  ];
}

const formats: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  int32: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  int64: (value) => Number.isInteger(value),
  object: (value) => isObject(value),
  uuid: (value) => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
  'date-time': (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(value: unknown, type: string, at: string): string[] {
  const is = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [`${at} is ${is === 'string' ? JSON.stringify(value) : is}, not ${type}`];
}

function unknownType(type: string): never {
  throw new RangeError(`No type or model ${type}`);
}
