/** The answer of the account information API: a developer test account, the type on which the probe may write. */
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
