import type { CSSProperties, ReactNode } from 'react';
import { linkTo, usePress, type Href } from './press';

/** Own line drawings for HubSpot's icon names, 16 by 16; a name without one is drawn as a dot. */
const icons: Record<string, string> = {
  success: 'M2 8.5 6.5 13 14 3.5',
  checkCircle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13 M5 8.2 7.2 10.4 11 5.8',
  add: 'M8 2v12 M2 8h12',
  remove: 'M3 3l10 10 M13 3 3 13',
  delete: 'M2.5 4.5h11 M6 4.5V2.5h4v2 M4 4.5 4.8 14h6.4L12 4.5',
  xCircle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13 M5.5 5.5l5 5 M10.5 5.5l-5 5',
  warning: 'M8 2 15 14H1Z M8 6.5v3.5 M8 12v.3',
  exclamationCircle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13 M8 4.5v4.5 M8 11v.3',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13 M8 7v4.5 M8 4.5v.3',
  question: 'M5 6a3 3 0 1 1 4.5 2.6Q8 9.5 8 11 M8 13v.3',
  search: 'M7 2a5 5 0 1 0 0 10a5 5 0 1 0 0-10 M10.7 10.7 14 14',
  refresh: 'M13 5a6 6 0 1 0 .8 4 M13.5 1.5V5H10',
  link: 'M6.5 9.5 9.5 6.5 M7.5 4.5 9.5 2.5a2.8 2.8 0 0 1 4 4l-2 2 M8.5 11.5l-2 2a2.8 2.8 0 0 1-4-4l2-2',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  upCarat: 'M3 10l5-5 5 5',
  downCarat: 'M3 6l5 5 5-5',
  download: 'M8 2v8 M4.5 7 8 10.5 11.5 7 M2.5 14h11',
  upload: 'M8 11V3 M4.5 6 8 2.5 11.5 6 M2.5 14h11',
  copy: 'M5 5h8.5v9H5Z M2.5 11V2h8.5',
  edit: 'M2.5 13.5l.8-3.3L11 2.5l2.5 2.5-7.7 7.7Z',
  filter: 'M2 3h12l-4.7 5.5V14l-2.6-1.5v-4Z',
};

const iconColors: Record<string, string> = { alert: '#c62128', warning: '#7a5200', success: '#1f6f5c', inherit: 'currentColor' }; // prettier-ignore
const iconSizes: Record<string, number> = { sm: 12, small: 12, md: 16, medium: 16, lg: 20, large: 20 };

interface IconProps {
  name?: string;
  screenReaderText?: string;
  size?: string;
  color?: string;
}

/** Hidden from screen readers unless it has a text for them. */
export function Icon({ name = '', screenReaderText, size = 'md', color = 'inherit' }: IconProps) {
  const side = iconSizes[size] ?? 16;
  const named = screenReaderText ? { role: 'img', 'aria-label': screenReaderText } : { 'aria-hidden': true };
  return (
    <svg
      {...named}
      width={side}
      height={side}
      viewBox="0 0 16 16"
      style={{ verticalAlign: '-0.15em', flexShrink: 0 }}
    >
      <path
        d={icons[name] ?? 'M8 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2'}
        fill="none"
        stroke={iconColors[color] ?? 'currentColor'}
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Own drawings for the subjects of HubSpot's illustrations, 64 by 56. */
const drawings = {
  box: 'M6 22 32 12l26 10-26 10Z M6 22v20l26 10 26-10V22 M32 32v20',
  warning: 'M32 4 60 52H4Z M32 20v16 M32 42v3',
  lock: 'M14 26h36v26H14Z M22 26v-8a10 10 0 0 1 20 0v8 M32 36v7',
  search: 'M28 6a18 18 0 1 0 0 36a18 18 0 1 0 0-36 M41 37 56 52',
  people:
    'M22 8a8 8 0 1 0 0 16a8 8 0 1 0 0-16 M6 50a16 16 0 0 1 32 0Z M44 14a6 6 0 1 1 0 12 M44 34a14 14 0 0 1 14 16H46',
  building: 'M14 52V6h24v46 M38 22h14v30 M6 52h52 M21 15h10 M21 25h10 M21 35h10',
  chart: 'M8 50h50 M14 50V32h8v18 M29 50V20h8v30 M44 50V8h8v42',
};

const subjects: [RegExp, keyof typeof drawings][] = [
  [/^(cone|error|missed|support)/i, 'warning'],
  [/lock|security/i, 'lock'],
  [/search|target|leads/i, 'search'],
  [/contacts|customer|social|meetings/i, 'people'],
  [/companies|building|store/i, 'building'],
  [/chart|report|deals/i, 'chart'],
];

interface IllustrationProps {
  name?: string;
  alt?: string;
  width?: number;
  height?: number;
}

/** The drawing whose word occurs in HubSpot's name, or else a box. Sizes in pixels. */
export function Illustration({ name = '', alt, width = 64, height }: IllustrationProps) {
  const subject = subjects.find(([messages]) => messages.test(name))?.[1] ?? 'box';
  const isWarning = subject === 'warning';
  const named = alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true };
  return (
    <svg
      {...named}
      width={width}
      height={height ?? width * 0.875}
      viewBox="0 0 64 56"
      style={{ maxWidth: '100%' }}
    >
      <path
        d={drawings[subject]}
        fill={isWarning ? '#fff3ee' : '#e5f5f8'}
        stroke={isWarning ? '#c93700' : '#0f8499'}
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

interface ImageProps {
  src?: string;
  alt?: string;
  width?: number;
  height?: number;
  href?: Href;
  onClick?: unknown;
  overlay?: ReactNode;
}

const bare: CSSProperties = { border: 0, padding: 0, background: 'none', cursor: 'pointer' };

/** A link if it has an address, a button if it has another press handler, else an image. Sizes in pixels. */
export function Image({ src, alt = '', width, height, href, ...rest }: ImageProps) {
  const { press, slot } = usePress(rest);
  const link = linkTo(href);
  const picture = <img src={src} alt={alt} width={width} height={height} style={{ maxWidth: '100%' }} />;
  if (link) return <a {...link} onClick={press}>{picture}</a>; // prettier-ignore
  if (rest.onClick === undefined && slot === null) return picture;
  return (
    <>
      <button type="button" style={bare} onClick={press}>
        {picture}
      </button>
      {slot}
    </>
  );
}
