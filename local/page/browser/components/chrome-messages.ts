/** The texts that HubSpot's components bring along, in the user's language. */
const en = {
  close: 'Close',
  pages: 'Pages',
  page: 'Page',
  first: 'First',
  previous: 'Prev',
  next: 'Next',
  last: 'Last',
  clear: 'Clear',
  remove: 'Remove',
  progress: 'Progress',
  increase: 'Increase',
  decrease: 'Decrease',
};

const ja: typeof en = {
  close: '閉じる',
  pages: 'ページ',
  page: 'ページ',
  first: '最初',
  previous: '前へ',
  next: '次へ',
  last: '最後',
  clear: 'クリア',
  remove: '削除',
  progress: '進捗',
  increase: '増加',
  decrease: '減少',
};

/** Read on each render: the page sets its language after it has read its address. */
export const chromeMessages = () => (document.documentElement.lang === 'ja' ? ja : en);
