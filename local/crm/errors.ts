/** Fields of HubSpot's error body beside `message`. In recorded answers each is missing at times. */
export interface ErrorFields {
  /** `error` if absent. The token endpoints of OAuth send an error code here. */
  status?: string;
  category?: string;
  subCategory?: string;
  context?: Record<string, string[]>;
  errors?: object[];
  links?: Record<string, string>;
  /** Only in bodies of a 429, which have no category. */
  errorType?: string;
  policyName?: string;
  groupName?: string;
}

/** The refusal of a whole request. Operations throw it; `crm.ts` turns it into a response. */
export class HubSpotFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: ErrorFields = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** An entry of `errors` in the answer to a batch. It has no correlation id, and sometimes no context (recorded). */
export interface BatchError extends ErrorFields {
  status: 'error';
  message: string;
}

/**
 * The refusals of whole requests. Messages are HubSpot's where an answer was recorded or published. HubSpot's messages for
 * `tooMany`, and for most uses of `invalid`, are not known: rely on their status and category only.
 */
export const failures = {
  unauthenticated: () =>
    new HubSpotFailure(
      401,
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
      { category: 'INVALID_AUTHENTICATION' },
    ),

  missingScopes: (scopes: string[]) =>
    new HubSpotFailure(
      403,
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
      {
        category: 'MISSING_SCOPES',
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredGranularScopes: scopes },
          },
        ],
        links: { scopes: 'https://developers.hubspot.com/scopes' },
      },
    ),

  /** HubSpot documents no refusal of a removal for pairs that are not linked; see docs/assumptions.md. */
  notAssociated: (from: string, to: string) =>
    new HubSpotFailure(400, `Object ${from} is not associated with ${to}`, { category: 'VALIDATION_ERROR' }),

  notFound: () => new HubSpotFailure(404, 'resource not found'),

  /** The answer to a record id that is no number. */
  objectNotFound: (id: string) =>
    new HubSpotFailure(404, 'Object not found.  objectId are usually numeric.', {
      category: 'OBJECT_NOT_FOUND',
      context: { id: [id] },
    }),

  propertyNotFound: (name: string) =>
    new HubSpotFailure(404, `Property "${name}" does not exist`, {
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'PropertyValidationError.PROPERTY_NOT_FOUND',
      context: { propertyName: [name] },
    }),

  unknownType: (type: string) => new HubSpotFailure(400, `Unable to infer object type from: ${type}`),

  noBody: () =>
    new HubSpotFailure(400, 'Invalid JSON input: a request body was expected, but none found', {
      category: 'VALIDATION_ERROR',
    }),

  missingFields: (fields: string[]) =>
    new HubSpotFailure(
      400,
      `Invalid input JSON on line 1, column 1: Some required fields were not set: [${fields.join(', ')}]`,
      { category: 'VALIDATION_ERROR' },
    ),

  badJson: (detail: string) => new HubSpotFailure(400, `Invalid input JSON on line 1, column 1: ${detail}`),

  invalid: (message: string, context?: Record<string, string[]>) =>
    new HubSpotFailure(400, message, { category: 'VALIDATION_ERROR', ...(context && { context }) }),

  /**
   * A filter or sort that the search refuses. The message alone is recorded, with neither category nor errors; see
   * docs/assumptions.md.
   */
  refusedFilter: (propertyName: string, message: string, code: string) =>
    new HubSpotFailure(400, 'There was a problem with the request.', {
      category: 'VALIDATION_ERROR',
      errors: [{ message, code, context: { propertyName: [propertyName] } }],
    }),

  wrongOperator: (propertyName: string, operator: string, type: string) =>
    failures.refusedFilter(
      propertyName,
      `The operator ${operator} cannot be used with the property "${propertyName}" of type ${type}`,
      'INVALID_OPERATOR',
    ),

  tooMany: (given: number, most: number) =>
    new HubSpotFailure(
      400,
      `The number of inputs (${given}) exceeds the maximum of ${most} for one request.`,
      {
        category: 'VALIDATION_ERROR',
      },
    ),

  /** A record without a property that its type requires. The words are those recorded for tickets. */
  requiredProperties: (typeName: string, names: string[]) =>
    new HubSpotFailure(
      400,
      `Error creating ${typeName.toUpperCase()}. Some required properties were not set.`,
      { category: 'VALIDATION_ERROR', context: { properties: names } },
    ),

  /** Another record has this value of a unique property (recorded for contacts). */
  conflict: (singular: string, id: string) =>
    new HubSpotFailure(409, `${singular} already exists. Existing ID: ${id}`, { category: 'CONFLICT' }),

  rateLimited: (policyName: string, words: string, headers: Record<string, string> = {}) =>
    new HubSpotFailure(
      429,
      `You have reached your ${words} limit.`,
      { errorType: 'RATE_LIMIT', policyName },
      headers,
    ),

  notEmulated: (what: string) =>
    new HubSpotFailure(501, `The embedded CRM does not emulate ${what}.`, { category: 'NOT_EMULATED' }),
};

/** Errors about single inputs of a batch, as recorded. */
export const batchErrors = {
  invalidId: (id: string): BatchError => ({
    status: 'error',
    category: 'VALIDATION_ERROR',
    subCategory: 'crm.associations.INVALID_IDENTIFIER',
    message: `${id} is not a valid ID`,
    context: { id: [id] },
  }),

  itself: (id: string): BatchError => ({
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: `Object ${id} cannot be associated to itself (${id})`,
  }),

  recordNotFound: (side: 'FROM' | 'TO', typeName: string, id: string): BatchError => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: `crm.associations.${side}_OBJECT_NOT_FOUND`,
    message: `No ${typeName} with ID ${id} exists`,
    context: { objectType: [typeName], id: [id] },
  }),

  noAssociations: (fromName: string, toName: string, id: string): BatchError => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${toName} is associated with ${fromName} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [fromName], toObjectType: [toName] },
  }),

  /** HubSpot's message for a limit that is reached is not known; see docs/assumptions.md. */
  overLimit: (typeName: string, id: string, most: number, toPlural: string): BatchError => ({
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: `The ${typeName} ${id} has reached its limit of ${most} associated ${toPlural}.`,
    context: { id: [id] },
  }),

  /** The same for a limit of one label. */
  overLabelLimit: (
    typeName: string,
    id: string,
    most: number,
    toPlural: string,
    label: string,
  ): BatchError => ({
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: `The ${typeName} ${id} has reached its limit of ${most} associated ${toPlural} with the label "${label}".`,
    context: { id: [id] },
  }),

  propertyNotFound: (name: string): BatchError => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Property "${name}" does not exist`,
    context: { propertyName: [name] },
  }),

  objectsNotFound: (typeName: string, ids: string[]): BatchError => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${typeName.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  }),
};
