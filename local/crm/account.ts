/** What the account-information API says of an account of the embedded CRM: a test account, where writing is safe. */
export const accountDetails = (hubId: number) => ({
  portalId: hubId,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'Europe/London',
  companyCurrency: 'GBP',
  additionalCurrencies: [],
  utcOffset: '+00:00',
  utcOffsetMilliseconds: 0,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'eu1',
});
