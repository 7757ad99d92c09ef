/** As far as an encryption dictionary needs it: strings are bytes, names and numbers text, what is nested is left out. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
type PdfValue = Buffer | string;

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Far more than any encryption dictionary has; a hostile file is read no further. */
const LONGEST = 8192;

/** Reads the dictionary that begins at `<<` (ISO 32000-1, 7.3). The text is Latin-1, one character a byte. */
export const readDictionary = (text: string, start: number): PdfDictionary =>
  new Reader(text.slice(start, start + LONGEST), 2).dictionary();

/** Reads one string, `(…)` or `<…>`, that begins at the position. */
export const readString = (text: string, start: number): Buffer =>
  new Reader(text.slice(start, start + LONGEST), 0).string();

class Reader {
  constructor(
    private readonly text: string,
    private position: number,
  ) {}

  dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.text[this.position] !== '/') return entries;
      this.position += 1;
      const name = this.word();
      this.skipSpace();
      entries.set(name, this.value());
    }
  }

  string(): Buffer {
    return this.text[this.position] === '(' ? this.literal() : this.hexadecimal();
  }

  private value(): PdfValue {
    if (this.text.startsWith('<<', this.position)) {
      this.position += 2;
      this.dictionary();
      this.position += 2;
      return '';
    }
    const sign = this.text[this.position];
    if (sign === '(' || sign === '<') return this.string();
    if (sign === '/') this.position += 1;
    return sign === '[' ? this.array() : this.wordOrReference();
  }

  /** What an array holds is of no use here; its end is. */
  private array(): string {
    const start = this.position;
    const end = this.text.indexOf(']', start);
    this.position = end === -1 ? this.text.length : end + 1;
    return this.text.slice(start, this.position);
  }

  private wordOrReference(): string {
    const reference = /\d+\s+\d+\s+R/y;
    reference.lastIndex = this.position;
    const found = reference.exec(this.text)?.[0];
    if (found === undefined) return this.word();
    this.position += found.length;
    return found;
  }

  private word(): string {
    const start = this.position;
    while (this.position < this.text.length && !DELIMITER.test(this.text.charAt(this.position))) this.position += 1;
    return this.text.slice(start, this.position);
  }

  private literal(): Buffer {
    let bytes = '';
    let depth = 0;
    for (; this.position < this.text.length; this.position += 1) {
      const sign = this.text.charAt(this.position);
      if (sign === '\\') {
        bytes += this.escaped();
        continue;
      }
      if (sign === '(' && depth++ === 0) continue;
      if (sign === ')' && --depth === 0) break;
      bytes += sign;
    }
    this.position += 1;
    return Buffer.from(bytes, 'latin1');
  }

  /** Leaves the position at the last character of the escape. */
  private escaped(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.position + 1;
    const digits = octal.exec(this.text)?.[0];
    if (digits !== undefined) {
      this.position += digits.length;
      return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
    }
    this.position += 1;
    const sign = this.text.charAt(this.position);
    if (sign === '\r' && this.text[this.position + 1] === '\n') this.position += 1;
    return sign === '\n' || sign === '\r' ? '' : (ESCAPED[sign] ?? sign);
  }

  private hexadecimal(): Buffer {
    const end = this.text.indexOf('>', this.position);
    const digits = this.text.slice(this.position + 1, end).replace(/[^0-9a-f]/gi, '');
    this.position = end === -1 ? this.text.length : end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private skipSpace(): void {
    while (this.position < this.text.length) {
      if (this.text[this.position] === '%') this.position += this.text.slice(this.position).search(/[\r\n]|$/);
      else if (SPACE.test(this.text.charAt(this.position))) this.position += 1;
      else return;
    }
  }
}
