import { Checkbox, createTheme, Input, Radio, type MantineColorsTuple } from '@mantine/core';

/** A palette like the CRM's; every text colour has a contrast of at least 4.5:1. */
const orange: MantineColorsTuple = [
  '#fff3ee', '#ffe3d8', '#ffc4ae', '#ff9f7d', '#f97b50', '#e5551f', '#c93700', '#b23100', '#9a2a00', '#7d2200',
]; // prettier-ignore
const teal: MantineColorsTuple = [
  '#e5f5f8', '#cbebf1', '#94d5e0', '#59bccc', '#2ba3b6', '#0f8499', '#00697f', '#005a6d', '#004b5b', '#003a47',
]; // prettier-ignore

const quiet = { color: '#516f90' };
const error = { color: '#c62128' };

/** The component library's theme, for the page and for the SDK's components on it. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 6,
  colors: { orange, teal },
  black: '#1f2d3d',
  defaultRadius: 4,
  fontFamily:
    "'Lexend Deca', 'Helvetica Neue', Helvetica, Arial, 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontWeight: '600' },
  components: {
    // The library's own grey and red have too little contrast for small text.
    InputWrapper: Input.Wrapper.extend({ styles: { description: quiet, error } }),
    Checkbox: Checkbox.extend({ styles: { description: quiet, error } }),
    Radio: Radio.extend({ styles: { description: quiet, error } }),
  },
});

const alertColors: Record<string, string> = {
  info: 'teal',
  tip: 'violet',
  success: 'green',
  warning: 'yellow',
  error: 'red',
  danger: 'red',
};

/** The colour of an alert by HubSpot's name for its variant; an unknown name gets that of `info`. */
export function alertColor(kind = 'info'): string {
  return alertColors[kind] ?? 'teal';
}

/** HubSpot's names for distances, in pixels. */
const gaps: Record<string, number> = { flush: 0, none: 0, 'extra-small': 4, xs: 4, small: 8, sm: 8, medium: 16, md: 16, large: 24, lg: 24, 'extra-large': 32, xl: 32 }; // prettier-ignore

/** A distance in pixels; an unknown name gets the fallback. */
export function pixels(gap: string | undefined, fallback = 'flush'): number {
  return gaps[gap ?? fallback] ?? gaps[fallback] ?? 0;
}
