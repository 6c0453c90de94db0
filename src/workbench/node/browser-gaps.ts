/** Nothing is laid out in jsdom, so nothing ever changes its size. */
class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const matchMedia = (media: string) => ({ matches: false, media, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} });

/** Gives a jsdom window what every browser has and jsdom has not. */
export function fillBrowserGaps(window: { document: Document; location: Location }): void {
  Object.assign(window, { TextEncoder, TextDecoder, structuredClone, MessageChannel, matchMedia, ResizeObserver: NoResizeObserver });
  // office.js trusts a host of its own page's domain.
  Object.defineProperty(window.document, 'domain', { get: () => window.location.hostname, configurable: true });
}
