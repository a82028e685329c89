/**
 * What HubSpot's OpenAPI documents say of the answers that the embedded CRM gives: names of fields, their types, and
 * which are required. Facts only, taken in November 2026 from HubSpot/HubSpot-public-api-spec-collection, the 2026-09
 * documents (for OAuth, which has no models there for answers with tokens, v1 and v3). The numbered versions require
 * the same or less.
 *
 * A field whose name ends in `?` is optional. Types are those of OpenAPI by their format, `one of A | B` for an enumeration,
 * `T[]` for an array, `map of T` for an object with free keys, or the name of a model.
 */
export const hubspotModels: Record<string, Record<string, string>> = {
  // Errors of whole requests, and of single inputs
  Error: { category: 'string', correlationId: 'uuid', message: 'string', 'subCategory?': 'string', 'context?': 'map of string[]', 'errors?': 'ErrorDetail[]', 'links?': 'map of string' },
  ErrorDetail: { message: 'string', 'code?': 'string', 'context?': 'map of string[]', 'in?': 'string', 'subCategory?': 'string' },
  StandardError: { category: 'string', context: 'map of string[]', errors: 'ErrorDetail[]', links: 'map of string', message: 'string', status: 'string', 'id?': 'string', 'subCategory?': 'object' },

  // Pages
  Paging: { 'next?': 'NextPage', 'prev?': 'PreviousPage' },
  ForwardPaging: { 'next?': 'NextPage' },
  NextPage: { after: 'string', 'link?': 'string' },
  PreviousPage: { before: 'string', 'link?': 'string' },

  // Associations
  PublicObjectId: { id: 'string' },
  AssociationSpec: { associationCategory: 'one of HUBSPOT_DEFINED | INTEGRATOR_DEFINED | USER_DEFINED | WORK', associationTypeId: 'int32' },
  AssociationSpecWithLabel: { category: 'one of HUBSPOT_DEFINED | INTEGRATOR_DEFINED | USER_DEFINED | WORK', typeId: 'int32', 'label?': 'string', 'fromObjectTypeId?': 'string', 'toObjectTypeId?': 'string' },
  PublicDefaultAssociation: { associationSpec: 'AssociationSpec', from: 'PublicObjectId', to: 'PublicObjectId' },
  LabelsBetweenObjectPair: { fromObjectId: 'string', fromObjectTypeId: 'string', labels: 'string[]', toObjectId: 'string', toObjectTypeId: 'string' },
  MultiAssociatedObjectWithLabel: { associationTypes: 'AssociationSpecWithLabel[]', toObjectId: 'string' },
  PublicAssociationMultiWithLabel: { from: 'PublicObjectId', to: 'MultiAssociatedObjectWithLabel[]', 'paging?': 'Paging' },
  CollectionResponseMultiAssociatedObjectWithLabelForwardPaging: { results: 'MultiAssociatedObjectWithLabel[]', 'paging?': 'ForwardPaging' },
  CollectionResponseAssociationSpecWithLabelNoPaging: { results: 'AssociationSpecWithLabel[]' },
  PublicAssociationDefinitionUserConfiguration: { category: 'one of HUBSPOT_DEFINED | INTEGRATOR_DEFINED | USER_DEFINED | WORK', typeId: 'int32', 'label?': 'string', 'userEnforcedMaxToObjectIds?': 'int32' },
  PublicAssociationDefinitionConfigurationUpdateResult: { category: 'one of HUBSPOT_DEFINED | INTEGRATOR_DEFINED | USER_DEFINED | WORK', typeId: 'int32', 'userEnforcedMaxToObjectIds?': 'int32' },
  CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging: { results: 'PublicAssociationDefinitionUserConfiguration[]' },

  // Batches
  BatchResponse: batchOf('object', 'withErrors'),
  BatchResponsePublicDefaultAssociation: batchOf('PublicDefaultAssociation', 'withErrors'),
  BatchResponseLabelsBetweenObjectPair: batchOf('LabelsBetweenObjectPair'),
  BatchResponseLabelsBetweenObjectPairWithErrors: batchOf('LabelsBetweenObjectPair', 'withErrors'),
  BatchResponsePublicAssociationMultiWithLabel: batchOf('PublicAssociationMultiWithLabel'),
  BatchResponsePublicAssociationMultiWithLabelWithErrors: batchOf('PublicAssociationMultiWithLabel', 'withErrors'),
  BatchResponsePublicAssociationDefinitionUserConfiguration: batchOf('PublicAssociationDefinitionUserConfiguration'),
  BatchResponsePublicAssociationDefinitionConfigurationUpdateResult: batchOf('PublicAssociationDefinitionConfigurationUpdateResult'),
  BatchResponseSimplePublicObject: batchOf('SimplePublicObject'),
  BatchResponseSimplePublicObjectWithErrors: batchOf('SimplePublicObject', 'withErrors'),

  // Records
  SimplePublicObject: { archived: 'boolean', createdAt: 'date-time', id: 'string', properties: 'map of string', updatedAt: 'date-time', 'archivedAt?': 'date-time', 'objectWriteTraceId?': 'string', 'propertiesWithHistory?': 'object', 'url?': 'string', 'warnings?': 'object[]' },
  SimplePublicObjectWithAssociations: { archived: 'boolean', createdAt: 'date-time', id: 'string', properties: 'map of string', updatedAt: 'date-time', 'archivedAt?': 'date-time', 'associations?': 'object', 'objectWriteTraceId?': 'string', 'propertiesWithHistory?': 'object', 'url?': 'string' },
  CollectionResponseSimplePublicObjectWithAssociationsForwardPaging: { results: 'SimplePublicObjectWithAssociations[]', 'paging?': 'ForwardPaging' },
  CollectionResponseWithTotalSimplePublicObject: { results: 'SimplePublicObject[]', total: 'int32', 'paging?': 'Paging' },

  // Lists
  PublicObjectList: { listId: 'string', listVersion: 'int32', name: 'string', objectTypeId: 'string', processingStatus: 'string', processingType: 'string', 'createdAt?': 'date-time', 'createdById?': 'string', 'deletedAt?': 'date-time', 'filterBranch?': 'object', 'filtersUpdatedAt?': 'date-time', 'listPermissions?': 'object', 'membershipSettings?': 'object', 'size?': 'int64', 'updatedAt?': 'date-time', 'updatedById?': 'string' },
  PublicObjectListSearchResult: { additionalProperties: 'map of string', listId: 'string', listVersion: 'int32', name: 'string', objectTypeId: 'string', processingStatus: 'string', processingType: 'string', 'createdAt?': 'date-time', 'createdById?': 'string', 'deletedAt?': 'date-time', 'filtersUpdatedAt?': 'date-time', 'updatedAt?': 'date-time', 'updatedById?': 'string' },
  ListFetchResponse: { list: 'PublicObjectList' },
  ListSearchResponse: { hasMore: 'boolean', lists: 'PublicObjectListSearchResult[]', offset: 'int32', total: 'int32' },
  JoinTimeAndRecordId: { membershipTimestamp: 'date-time', recordId: 'string' },
  ApiCollectionResponseJoinTimeAndRecordId: { results: 'JoinTimeAndRecordId[]', 'paging?': 'Paging', 'total?': 'int64' },

  // Schemas and properties
  ObjectSchema: { allowsSensitiveProperties: 'boolean', archived: 'boolean', associations: 'AssociationDefinition[]', fullyQualifiedName: 'string', id: 'string', labels: 'ObjectTypeDefinitionLabels', name: 'string', objectTypeId: 'string', properties: 'Property[]', requiredProperties: 'string[]', searchableProperties: 'string[]', secondaryDisplayProperties: 'string[]', 'createdAt?': 'date-time', 'createdByUserId?': 'int32', 'description?': 'string', 'primaryDisplayProperty?': 'string', 'updatedAt?': 'date-time', 'updatedByUserId?': 'int32' },
  ObjectTypeDefinitionLabels: { 'plural?': 'string', 'singular?': 'string' },
  AssociationDefinition: { fromObjectTypeId: 'string', id: 'string', toObjectTypeId: 'string', 'createdAt?': 'date-time', 'name?': 'string', 'updatedAt?': 'date-time' },
  CollectionResponseObjectSchemaNoPaging: { results: 'ObjectSchema[]' },
  Property: { description: 'string', fieldType: 'string', groupName: 'string', label: 'string', name: 'string', options: 'Option[]', type: 'string', 'archived?': 'boolean', 'archivedAt?': 'date-time', 'calculated?': 'boolean', 'calculationFormula?': 'string', 'createdAt?': 'date-time', 'createdUserId?': 'string', 'dataSensitivity?': 'one of highly_sensitive | non_sensitive | sensitive', 'displayOrder?': 'int32', 'externalOptions?': 'boolean', 'formField?': 'boolean', 'hasUniqueValue?': 'boolean', 'hidden?': 'boolean', 'hubspotDefined?': 'boolean', 'modificationMetadata?': 'object', 'referencedObjectType?': 'string', 'sensitiveDataCategories?': 'string[]', 'showCurrencySymbol?': 'boolean', 'updatedAt?': 'date-time', 'updatedUserId?': 'string' },
  Option: { hidden: 'boolean', label: 'string', value: 'string', 'description?': 'string', 'displayOrder?': 'int32' },
  CollectionResponsePropertyNoPaging: { results: 'Property[]' },
  BatchResponseProperty: batchOf('Property'),
  BatchResponsePropertyWithErrors: batchOf('Property', 'withErrors'),
  PropertyGroup: { archived: 'boolean', displayOrder: 'int32', label: 'string', name: 'string' },
  CollectionResponsePropertyGroupNoPaging: { results: 'PropertyGroup[]' },

  // Limits
  AssociationLabelLimitResponse: { allLabels: 'string[]', fromObjectType: 'LimitedObjectType', limit: 'int64', percentage: 'number', toObjectType: 'LimitedObjectType', usage: 'int64' },
  /** `ObjectTypeDefinition` in the document on limits. */
  LimitedObjectType: { objectTypeId: 'string', pluralLabel: 'string', singularLabel: 'string' },
  CollectionResponseAssociationLabelLimitResponseNoPaging: { results: 'AssociationLabelLimitResponse[]' },
  ObjectTypeNearOrAtAssociationLimit: { hasRecordsAtLimit: 'boolean', hasRecordsNearLimit: 'boolean', objectTypeId: 'string', pluralLabel: 'string', singularLabel: 'string' },
  CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging: { results: 'ObjectTypeNearOrAtAssociationLimit[]' },
  AssociationRecordLimitResponse: { atLimitFromRecordSamples: 'AtLimitRecordSample[]', limit: 'int64', nearLimitFromRecordSamples: 'NearLimitRecordSample[]', totalRecordsAtLimit: 'int32', totalRecordsNearLimit: 'int32' },
  AtLimitRecordSample: { label: 'string', objectId: 'int64' },
  NearLimitRecordSample: { label: 'string', objectId: 'int64', percentage: 'number', usage: 'int64' },

  // Pipelines
  CollectionResponsePipelineNoPaging: { results: 'Pipeline[]' },
  Pipeline: { archived: 'boolean', createdAt: 'date-time', displayOrder: 'int32', id: 'string', label: 'string', stages: 'PipelineStage[]', updatedAt: 'date-time', 'archivedAt?': 'date-time' },
  PipelineStage: { archived: 'boolean', createdAt: 'date-time', displayOrder: 'int32', id: 'string', label: 'string', metadata: 'map of string', updatedAt: 'date-time', 'archivedAt?': 'date-time', 'writePermissions?': 'one of CRM_PERMISSIONS_ENFORCEMENT | INTERNAL_ONLY | READ_ONLY' },

  // Owners and the account
  PublicOwner: { archived: 'boolean', createdAt: 'date-time', id: 'string', type: 'one of PERSON | QUEUE', updatedAt: 'date-time', 'email?': 'string', 'firstName?': 'string', 'lastName?': 'string', 'teams?': 'object[]', 'userId?': 'int32', 'userIdIncludingInactive?': 'int32' },
  CollectionResponsePublicOwnerForwardPaging: { results: 'PublicOwner[]', 'paging?': 'ForwardPaging' },
  PortalInformationResponse: { accountType: 'one of APP_DEVELOPER | DEVELOPER_TEST | SANDBOX | STANDARD', additionalCurrencies: 'string[]', companyCurrency: 'string', dataHostingLocation: 'string', portalId: 'int32', timeZone: 'string', uiDomain: 'string', utcOffset: 'string', utcOffsetMilliseconds: 'int64', 'createdAt?': 'int64', 'portalName?': 'string' },

  // OAuth
  AccessTokenResponse: { access_token: 'string', expires_in: 'int64', refresh_token: 'string', token_type: 'string', token_use: 'one of access_token', 'hub_id?': 'int32', 'id_token?': 'string', 'scopes?': 'string[]', 'user_id?': 'int32' },
  TokenResponseIF: { access_token: 'string', expires_in: 'int32', refresh_token: 'string', token_type: 'string', 'id_token?': 'string' },
  AccessTokenInfoResponse: { app_id: 'int32', expires_in: 'int32', hub_id: 'int32', scopes: 'string[]', token: 'string', token_type: 'string', user_id: 'int32', 'hub_domain?': 'string', 'user?': 'string' },
  RefreshTokenInfoResponse: { client_id: 'string', hub_id: 'int32', scopes: 'string[]', token: 'string', token_type: 'string', user_id: 'int32', 'hub_domain?': 'string', 'user?': 'string' },
  TokenInfoResponseBaseIF: { active: 'boolean' },
}; // prettier-ignore

function batchOf(result: string, errors?: 'withErrors'): Record<string, string> {
  return {
    completedAt: 'date-time',
    results: `${result}[]`,
    startedAt: 'date-time',
    status: 'one of CANCELED | COMPLETE | PENDING | PROCESSING',
    'links?': 'map of string',
    'requestedAt?': 'date-time',
    ...(errors && { 'errors?': 'StandardError[]', 'numErrors?': 'int32' }),
  };
}
