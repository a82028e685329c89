import { useEffect, useRef, useState } from 'react';

/** Attributes of a box that may scroll: it can be focused only while its content overflows. */
export function useScrollable<Box extends HTMLElement>(way: 'horizontal' | 'vertical') {
  const ref = useRef<Box>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = () =>
      setScrolls(
        way === 'vertical' ? box.scrollHeight > box.clientHeight : box.scrollWidth > box.clientWidth,
      );
    const observer = new ResizeObserver(measure);
    for (const part of [box, ...box.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [way]);
  return { ref, ...(scrolls && { tabIndex: 0 }) };
}
