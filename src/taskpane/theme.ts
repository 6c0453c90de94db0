import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const prefersDark = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : null);

/** `#262626` and darker halves are dark. */
function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Excel's theme where it says one (not on the web), else the system's. */
export function usePaneTheme(officeBackground: string | null): Theme {
  const [dark, setDark] = useState(() => prefersDark()?.matches ?? false);
  useEffect(() => {
    const query = prefersDark();
    const listen = (event: MediaQueryListEvent): void => setDark(event.matches);
    query?.addEventListener('change', listen);
    return () => query?.removeEventListener('change', listen);
  }, []);
  return (officeBackground === null ? dark : isDark(officeBackground)) ? webDarkTheme : webLightTheme;
}
