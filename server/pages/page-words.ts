/** The languages of the pages. */
export type Language = 'en' | 'ja';

/** The possible results of an install. */
export type PageName =
  'installed' | 'declined' | 'stale' | 'refused' | 'hubspotUnavailable' | 'databaseUnavailable';

/** The texts of a page. */
export interface PageWords {
  /** Also the page's heading. */
  title: string;
  text: string;
  /** The remaining steps, in order. */
  steps?: readonly string[];
  /** The label of the only link: to HubSpot, or to a new install. */
  link: string;
}

const again = 'Install again';

const en: Record<PageName, PageWords> = {
  installed: {
    title: 'Bulk Associate is installed',
    text: 'One thing is left to do: show the card to your team.',
    steps: [
      'In HubSpot, open a contact, company, deal or ticket.',
      'Choose Customize, as an admin, and open the record view your team uses.',
      'Add the card Bulk Associate, to the middle column as a tab or to the sidebar, and save.',
      'Open a record and press Associate records.',
    ],
    link: 'Go to HubSpot',
  },
  declined: {
    title: 'Bulk Associate was not installed',
    text: 'You cancelled at HubSpot. Nothing was changed and nothing was stored.',
    link: again,
  },
  stale: {
    title: 'This install cannot be finished here',
    text: 'It was begun too long ago, in another browser, or not on our install page. Nothing was stored.',
    link: again,
  },
  refused: {
    title: 'HubSpot did not confirm the install',
    text: 'The confirmation was used before or is too old. If the card does not work, install the app again.',
    link: again,
  },
  hubspotUnavailable: {
    title: 'HubSpot did not answer',
    text: 'The install could not be finished. Wait a minute, then install again.',
    link: again,
  },
  databaseUnavailable: {
    title: 'We cannot finish the install right now',
    text: 'Our database is out of reach. Nothing was stored. Wait a minute, then install again.',
    link: again,
  },
};

const againJa = 'もう一度インストールする';

const ja: Record<PageName, PageWords> = {
  installed: {
    title: 'Bulk Associateをインストールしました',
    text: '最後に、チームの画面にカードを表示してください。',
    steps: [
      'HubSpotでコンタクト、会社、取引、チケットのいずれかのレコードを開きます。',
      '管理者が「カスタマイズ」を選び、チームが使うレコード表示を開きます。',
      '中央の列（タブ）またはサイドバーにカード「Bulk Associate」を追加し、保存します。',
      'レコードを開き、「レコードを関連付ける」を押します。',
    ],
    link: 'HubSpotへ移動',
  },
  declined: {
    title: 'Bulk Associateはインストールされませんでした',
    text: 'HubSpotでキャンセルされました。何も変更されず、何も保存されていません。',
    link: againJa,
  },
  stale: {
    title: 'ここではインストールを完了できません',
    text: '開始から時間が経ちすぎたか、別のブラウザーで開始されたか、当社のインストールページから開始されていません。何も保存されていません。',
    link: againJa,
  },
  refused: {
    title: 'HubSpotでインストールを確認できませんでした',
    text: '確認コードが使用済みか、期限切れです。カードが動作しない場合は、もう一度インストールしてください。',
    link: againJa,
  },
  hubspotUnavailable: {
    title: 'HubSpotから応答がありません',
    text: 'インストールを完了できませんでした。1分ほど待ってから、もう一度インストールしてください。',
    link: againJa,
  },
  databaseUnavailable: {
    title: '現在インストールを完了できません',
    text: 'データベースに接続できません。何も保存されていません。1分ほど待ってから、もう一度インストールしてください。',
    link: againJa,
  },
};

const words: Record<Language, Record<PageName, PageWords>> = { en, ja };

/** Returns the texts of a page in a language. */
export function pageWords(language: Language, name: PageName): PageWords {
  return words[language][name];
}

/** The available language that `Accept-Language` prefers (RFC 9110, section 12.5.4); English if there is none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter(({ tag }) => /^(en|ja)(-|$)/.test(tag)).sort((a, b) => b.quality - a.quality);
  return known[0]?.tag.startsWith('ja') ? 'ja' : 'en';
}
