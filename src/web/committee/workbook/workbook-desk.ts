import type { DomainError, Fault } from '../../../kernel/domain-error.js';
import type { CellFault } from '../../../writing/index.js';
import {
  attempt,
  download,
  faultsOf,
  page,
  redirect,
  type DownloadResult,
  type PageContent,
  type PageResult,
  type RedirectResult,
  type Upload,
  type Viewer,
} from '../../shared/index.js';
import { WorkbookPage, WorkbookPreviewPage, type ChangedLine } from './workbook.page.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A filled workbook beside what is kept. */
export interface ComparedWorkbook {
  /** Not empty: the workbook cannot be taken over, and nothing else is of use. */
  readonly faults: readonly CellFault[];
  readonly changes: readonly ChangedLine[];
  /** Whether both sides would agree. */
  readonly balance: string;
  /** What the page of the section would send, by the names of its fields. */
  readonly typed: readonly (readonly [name: string, value: string])[];
  /** Of the section that was compared. */
  readonly version: number;
  /** The edition whose form the page shows, where the save asks for it. */
  readonly edition?: string;
}

/** One section whose lines also travel as a workbook. */
export interface WorkbookOf<Draft> {
  /** 収支予算書. */
  readonly name: string;
  /** Address of the section's page. */
  readonly path: string;
  /** Throws not-found for everybody but its writers. */
  load(): Promise<Draft>;
  isWritable(draft: Draft): boolean;
  /** Title and way back of a page behind the section. */
  frame(draft: Draft, title: string): Omit<PageContent, 'body'>;
  make(draft: Draft): Promise<Buffer>;
  compare(draft: Draft, workbook: Upload | null): Promise<ComparedWorkbook>;
  headingOf(draft: Draft, cell: string): string;
}

/** Lines as a workbook: taken home, filled in, sent back, compared, and only then taken over by a save of their section. */
export class WorkbookDesk<Draft> {
  constructor(
    private readonly viewer: Viewer,
    private readonly workbook: WorkbookOf<Draft>,
  ) {}

  async show(): Promise<PageResult | RedirectResult> {
    const draft = await this.workbook.load();
    return this.workbook.isWritable(draft) ? this.page(draft) : redirect(this.workbook.path);
  }

  async file(): Promise<DownloadResult> {
    const bytes = await this.workbook.make(await this.workbook.load());
    return download({ bytes, fileName: `${this.workbook.name}.xlsx`, mediaType: SPREADSHEET });
  }

  /** Changes nothing yet. */
  async compare(uploads: readonly Upload[]): Promise<PageResult | RedirectResult> {
    const { name, path } = this.workbook;
    // who may not see the draft has no workbook read
    const draft = await this.workbook.load();
    if (!this.workbook.isWritable(draft)) return redirect(path);
    const sent = uploads.find(({ field }) => field === 'workbook') ?? null;
    const outcome = await attempt(() => this.workbook.compare(draft, sent));
    if (!outcome.ok) return this.refused(draft, outcome.error);
    const { faults, ...compared } = outcome.value;
    if (faults.length > 0) {
      const whole = { pointer: 'workbook', code: 'applications.workbook-faulty', params: { count: faults.length } };
      return this.page(draft, faults, [whole], 422);
    }
    return page(this.viewer, {
      ...this.workbook.frame(draft, 'Excelの内容を確かめる'),
      body: WorkbookPreviewPage({ name, path, ...compared }),
    });
  }

  private refused(draft: Draft, error: DomainError): PageResult {
    return this.page(draft, [], faultsOf(error), error.kind === 'invalid' ? 422 : 409);
  }

  private page(
    draft: Draft,
    faults: readonly CellFault[] = [],
    errors: readonly Fault[] = [],
    status?: number,
  ): PageResult {
    const { name, path } = this.workbook;
    const headingOf = (cell: string): string => this.workbook.headingOf(draft, cell);
    const content = {
      ...this.workbook.frame(draft, `Excelで${name}を作る`),
      body: WorkbookPage({ name, path, faults, headingOf }),
    };
    return page(this.viewer, errors.length > 0 ? { ...content, errors } : content, status);
  }
}
