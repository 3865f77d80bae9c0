/** Quotation marks and title brackets come in pairs: what a stretch of text lacks of them, so that stretches can be put together. */

/** Of quotation marks and of title brackets: closing ones that open in an earlier stretch, and opening ones that close in a later one. */
export interface Pairing {
  readonly quotesClosed: number;
  readonly quotesOpened: number;
  readonly titlesClosed: number;
  readonly titlesOpened: number;
}

/** What a text lacks. */
export function pairing(text: string): Pairing {
  let quotesClosed = 0, quotesOpened = 0, titlesClosed = 0, titlesOpened = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x201c: quotesOpened++; break;
      case 0x201d: if (quotesOpened > 0) quotesOpened--; else quotesClosed++; break;
      case 0x300a: titlesOpened++; break;
      case 0x300b: if (titlesOpened > 0) titlesOpened--; else titlesClosed++; break;
    }
  }
  return { quotesClosed, quotesOpened, titlesClosed, titlesOpened };
}

/** What two texts in a row lack. */
export function concatenation(a: Pairing, b: Pairing): Pairing {
  const quotes = Math.min(a.quotesOpened, b.quotesClosed), titles = Math.min(a.titlesOpened, b.titlesClosed);
  return {
    quotesClosed: a.quotesClosed + b.quotesClosed - quotes, quotesOpened: a.quotesOpened + b.quotesOpened - quotes,
    titlesClosed: a.titlesClosed + b.titlesClosed - titles, titlesOpened: a.titlesOpened + b.titlesOpened - titles,
  };
}

/** How many stand without their partner. */
export function lonely({ quotesClosed, quotesOpened, titlesClosed, titlesOpened }: Pairing): number {
  return quotesClosed + quotesOpened + titlesClosed + titlesOpened;
}
