import type { Fault } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import type { Figure, FigureKind, TypedFigures } from '../../organizations/index.js';
import { recordAt, typedTexts } from '../shared/typed-records.js';

type Values = Record<string, Record<string, string>>;

/** The table of figures as its form shows it: what holds, and over it what was typed or pasted. */
export class FiguresForm {
  private readonly pasted: Values = {};

  constructor(
    private readonly body: unknown,
    private readonly holding: readonly Figure[] = [],
  ) {}

  static over(holding: readonly Figure[], body: unknown): FiguresForm {
    return new FiguresForm(body, holding);
  }

  /** One column as it was sent. */
  figures(name: string): TypedFigures {
    const column = recordAt(recordAt(this.body, 'figures'), name);
    const texts = typedTexts({ column }, 'column');
    return {
      asOf: texts['asOf'] ?? '',
      source: texts['source'] ?? '',
      values: typedTexts(column, 'values'),
      shown: typedTexts(column, 'shown'),
    };
  }

  value(name: string, organizationId: string): string {
    const typed = this.pasted[name]?.[organizationId] ?? this.figures(name).values[organizationId];
    return typed ?? this.of(name, organizationId)?.value ?? '';
  }

  asOf(name: string): string {
    const newest = this.newest(name);
    return this.typedOr(name, 'asOf', newest ? formatEra(newest.asOf) : '');
  }

  source(name: string): string {
    return this.typedOr(name, 'source', this.newest(name)?.source ?? '');
  }

  /** The number of the entry that holds now: whoever saves this form has seen it. */
  shown(name: string, organizationId: string): string {
    return String(this.of(name, organizationId)?.number ?? 0);
  }

  /**
   * Puts a table copied from Excel (or a CSV without quotes) into the fields: its first line names the figures, its
   * first column the organisations. null when nothing was pasted; with any fault nothing is put anywhere.
   */
  paste(
    text: string,
    kinds: readonly FigureKind[],
    organizations: readonly { readonly id: string; readonly name: string }[],
  ): { readonly faults: readonly Fault[] } | null {
    const rows = text
      .split('\n')
      .map((line) => line.split(line.includes('\t') ? '\t' : ',').map((cell) => cell.trim()));
    const [heading = [], ...lines] = rows;
    if (text.trim() === '') return null;
    const columns = heading.map((label) => kinds.find((kind) => kind.label === label || kind.name === label));
    if (!columns.some((column) => column)) {
      const known = kinds.map(({ label }) => label).join('、');
      return { faults: [{ pointer: 'pasted', code: 'organizations.pasted-without-heading', params: { known } }] };
    }
    for (const [index, [name = '', ...cells]] of lines.entries()) {
      if (name === '' && cells.every((cell) => cell === '')) continue;
      const organization = organizations.find((each) => each.name === name);
      if (!organization) {
        const params = { line: index + 2, name };
        return { faults: [{ pointer: 'pasted', code: 'organizations.pasted-name-unknown', params }] };
      }
      for (const [column, cell] of cells.entries()) {
        const kind = columns[column + 1];
        if (kind) (this.pasted[kind.name] ??= {})[organization.id] = idOf(kind, cell);
      }
    }
    return { faults: [] };
  }

  private of(name: string, organizationId: string): Figure | undefined {
    return this.holding.find((figure) => figure.name === name && figure.organizationId === organizationId);
  }

  private newest(name: string): Figure | undefined {
    return this.holding
      .filter((figure) => figure.name === name && figure.value !== null)
      .reduce<Figure | undefined>((one, other) => (one && one.recordedAt >= other.recordedAt ? one : other), undefined);
  }

  private typedOr(name: string, field: 'asOf' | 'source', kept: string): string {
    const column = recordAt(recordAt(this.body, 'figures'), name);
    return field in column ? this.figures(name)[field] : kept;
  }
}

/** A class may be pasted in its words. */
const idOf = ({ options }: FigureKind, cell: string): string => options.find(({ label }) => label === cell)?.id ?? cell;
