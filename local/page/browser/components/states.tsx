import type { CSSProperties, ReactNode } from 'react';
import { Illustration } from './pictures';

interface EmptyStateProps {
  title?: string;
  layout?: 'horizontal' | 'vertical';
  flush?: boolean;
  reverseOrder?: boolean;
  imageName?: string;
  imageWidth?: number;
  children?: ReactNode;
}

const title = { color: '#33475b', fontSize: 16, fontWeight: 600 } as const;
const centred: CSSProperties = { display: 'flex', alignItems: 'center', justifyContent: 'center' };
const column: CSSProperties = { display: 'flex', flexDirection: 'column', gap: 8 };

/** The text comes first in the document, whichever side it is drawn on. */
export function EmptyState({
  layout = 'horizontal',
  flush,
  reverseOrder,
  imageName = 'emptyStateCharts',
  imageWidth = 96,
  ...rest
}: EmptyStateProps) {
  const isColumn = layout === 'vertical';
  const direction = isColumn ? (reverseOrder ? 'column' : 'column-reverse') : reverseOrder ? 'row-reverse' : 'row'; // prettier-ignore
  return (
    <div
      style={{
        ...centred,
        flexDirection: direction,
        gap: 16,
        flexWrap: isColumn ? 'nowrap' : 'wrap',
        padding: flush ? 0 : 16,
      }}
    >
      <div style={{ ...column, minWidth: 0, textAlign: isColumn ? 'center' : 'left' }}>
        <div style={title}>{rest.title}</div>
        {rest.children}
      </div>
      <Illustration name={imageName} width={Math.min(imageWidth, 160)} />
    </div>
  );
}

interface ErrorStateProps {
  title?: string;
  type?: 'error' | 'support' | 'lock';
  children?: ReactNode;
}

/** Has the role `alert`, as an error `Alert` has. */
export function ErrorState({ title: text, type = 'error', children }: ErrorStateProps) {
  return (
    <div role="alert" style={{ ...column, ...centred, padding: 16, textAlign: 'center' }}>
      <Illustration name={type} />
      <div style={title}>{text}</div>
      {children}
    </div>
  );
}
