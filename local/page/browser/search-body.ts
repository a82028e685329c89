import type { CrmSearchFilter, FetchCrmSearchRequest } from '@hubspot/ui-extensions';

/**
 * The body of HubSpot's search for a request of `useCrmSearch`. The hook takes values as text, numbers and booleans, and the
 * search takes text.
 */
export function searchBody(request: Omit<FetchCrmSearchRequest, 'objectType'>): object {
  const { pageLength = 10, filterGroups, ...rest } = request;
  return {
    ...rest,
    limit: pageLength,
    ...(filterGroups && {
      filterGroups: filterGroups.map(({ filters }) => ({ filters: filters.map(filterBody) })),
    }),
  };
}

function filterBody({ propertyName, operator, value, highValue, values }: CrmSearchFilter): object {
  return {
    propertyName,
    operator,
    ...(value !== undefined && { value: String(value) }),
    ...(highValue !== undefined && { highValue: String(highValue) }),
    ...(values !== undefined && { values: values.map(String) }),
  };
}
