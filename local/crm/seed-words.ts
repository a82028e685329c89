/** Names of people by country: given names, family names, cities, and the domain ending of their firms. */
export const countries = [
  {
    country: 'United Kingdom',
    ending: 'co.uk',
    given: ['Amelia', 'Oliver', 'Isla', 'Harry', 'Freya', 'George', 'Poppy', 'Arthur', 'Ruby', 'Callum'],
    family: [
      'Whitfield',
      'Hargreaves',
      'Pemberton',
      'Ashworth',
      'Okafor',
      'Sinclair',
      'Barlow',
      'Mistry',
      'Doyle',
    ],
    cities: ['London', 'Leeds', 'Bristol', 'Glasgow'],
  },
  {
    country: 'Germany',
    ending: 'de',
    given: [
      'Jürgen',
      'Anneliese',
      'Matthias',
      'Käthe',
      'Lukas',
      'Frieda',
      'Sören',
      'Heike',
      'Björn',
      'Ursula',
    ],
    family: ['Müller', 'Schäfer', 'Groß', 'Köhler', 'Lindemann', 'Yılmaz', 'Bauer', 'Vogt', 'Weiß'],
    cities: ['Berlin', 'München', 'Hamburg', 'Köln'],
  },
  {
    country: 'Japan',
    ending: 'co.jp',
    given: ['陽菜', '蓮', '結衣', '大輔', '美咲', '健太', 'さくら', '翔太', '愛子', '直樹'],
    family: ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林'],
    cities: ['東京', '大阪', '名古屋', '福岡'],
  },
  {
    country: 'Brazil',
    ending: 'com.br',
    given: [
      'João',
      'Beatriz',
      'Thiago',
      'Larissa',
      'Antônio',
      'Conceição',
      'Mateus',
      'Júlia',
      'Caio',
      'Inês',
    ],
    family: [
      'Araújo',
      'Gonçalves',
      'Magalhães',
      'Figueiredo',
      'Brandão',
      'Teixeira',
      'Nóbrega',
      'Cardoso',
      'Pinto',
    ],
    cities: ['São Paulo', 'Recife', 'Curitiba', 'Porto Alegre'],
  },
  {
    country: 'United States',
    ending: 'com',
    given: ['Maya', 'Ethan', 'Sofia', 'Marcus', 'Priya', 'Diego', 'Hannah', 'Andre', 'Grace', 'Wei'],
    family: [
      'Reyes',
      'Kowalski',
      'Nguyen',
      'Carter',
      'Patel',
      'Brooks',
      "O'Neill",
      'Silverman',
      'Washington',
    ],
    cities: ['Austin', 'Chicago', 'Portland', 'Boston'],
  },
] as const;

/** First and second words of firms' names: 30 by 20 make the 600 companies of the default CRM. */
export const firmWords = [
  'Alder', 'Beacon', 'Cobalt', 'Delta', 'Ember', 'Foxglove', 'Granite', 'Harbour', 'Indigo', 'Juniper',
  'Kestrel', 'Larkspur', 'Meridian', 'Northwind', 'Orchard', 'Pinnacle', 'Quarry', 'Rivermark', 'Saffron', 'Tidewater',
  'Umber', 'Valley', 'Westgate', 'Yarrow', 'Zephyr', 'Ardent', 'Brightwater', 'Copperfield', 'Driftwood', 'Evergreen',
] as const; // prettier-ignore

/** See `firmWords`; in capitals also a firm's industry. */
export const firmKinds = [
  'Logistics', 'Software', 'Foods', 'Energy', 'Design', 'Partners', 'Robotics', 'Textiles', 'Health', 'Studios',
  'Instruments', 'Travel', 'Analytics', 'Ceramics', 'Systems', 'Marine', 'Optics', 'Press', 'Gardens', 'Capital',
] as const; // prettier-ignore

/** What contacts do. */
export const jobTitles = [
  'Head of Purchasing', 'Account Manager', 'Chief Executive', 'Marketing Lead', 'Operations Manager', 'Engineer',
  'Customer Success Manager', 'Finance Director', 'Office Manager', 'Product Designer', 'Sales Representative',
] as const; // prettier-ignore

/** What deals are about, after the firm's name. */
export const dealKinds = [
  'Renewal', 'Pilot', 'Expansion', 'Onboarding', 'Annual licence', 'Consulting', 'Hardware order', 'Support plan',
] as const; // prettier-ignore

/** What tickets complain of, before their number. */
export const ticketSubjects = [
  'Cannot sign in since the update', 'Invoice shows the wrong address', 'Export stops at 500 rows',
  'Request for a second admin seat', 'Delivery arrived damaged', 'Question about data retention',
  'Dashboard loads slowly', 'Wrong currency on the quote', 'Please change the billing contact', 'App crashes on tablets',
] as const; // prettier-ignore

/** Records of the custom object, before their plate. */
export const vehicleModels = [
  'Sprinter',
  'Transit',
  'Berlingo',
  'Hiace',
  'Kangoo',
  'Ducato',
  'Vivaro',
  'e-NV200',
] as const;

/** Roles that contacts have in a purchase: HubSpot's values. */
export const buyingRoles = ['CHAMPION', 'DECISION_MAKER', 'END_USER'] as const;

/** What vehicles have: values of the account's own property. */
export const equipment = ['tail_lift', 'refrigeration', 'tow_bar', 'roof_rack'] as const;
