import { useEffect, type ComponentType, type ReactNode } from 'react';
import { extensionProblems } from '../problems';

/** Props as they arrive from the card: functions among them return promises. */
export type RemoteProps = Record<string, unknown> & { children?: ReactNode };

/** Calls a function prop if it is set. Its result is ignored. */
export function callProp(handler: unknown, ...values: unknown[]): void {
  if (typeof handler === 'function') (handler as (...values: unknown[]) => void)(...values);
}

const always = ['children', 'testId', 'aria-label', 'ref'];

/** Wraps a component of the SDK: a prop that it does not support is reported on the page. */
export function drawn<Props extends object>(
  name: string,
  props: (keyof Props & string)[],
  Component: ComponentType<Props>,
): ComponentType<RemoteProps> {
  const known = new Set<string>([...always, ...props]);
  return function Drawn(given: RemoteProps) {
    const unknown = Object.keys(given).filter((prop) => !known.has(prop) && given[prop] !== undefined).join(', '); // prettier-ignore
    useEffect(() => {
      if (unknown)
        extensionProblems.report({ message: `This stand-in does not draw: ${name} with ${unknown}` });
    }, [unknown]);
    return <Component {...(given as Props)} />;
  };
}

/** Drawn in place of a component that the page does not support. */
export function unknownComponent(name: string): ComponentType<RemoteProps> {
  return function Unknown({ children }: RemoteProps) {
    useEffect(
      () => extensionProblems.report({ message: `This stand-in does not draw the component ${name}.` }),
      [],
    );
    return (
      <div role="alert" style={{ border: '2px dashed #c93700', padding: 8 }}>
        Not drawn here: {name}
        <div>{children}</div>
      </div>
    );
  };
}
