/** What the account-information API says of the embedded CRM's account: a test account, where writing is safe. */
export const accountDetails = {
  portalId: 12_345_678,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'Europe/London',
  companyCurrency: 'GBP',
  additionalCurrencies: [],
  utcOffset: '+00:00',
  utcOffsetMilliseconds: 0,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'eu1',
};
