import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  CHANGE_KINDS,
  RecordBudgetChange,
  ReverseBudgetChange,
  ViewBudget,
  type BudgetLineLedger,
  type ChangeKind,
} from '../../budgets/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { Clock } from '../../platform/clock/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Crumb,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { BudgetChangeDto, ReversalDto } from './budget-change.dto.js';
import { BudgetChangePage, ReversalPage } from './budget-change.page.js';
import { BudgetLinePage } from './budget-line.page.js';
import { CHANGE, linePath } from './budget-words.js';
import { typedYen } from '../shared/typed-yen.js';

interface Refused {
  readonly body: unknown;
  readonly error: DomainError;
}

export const mayKeepBudget = ({ actor }: Viewer): boolean =>
  hasDuty(actor, 'promotion') || hasDuty(actor, 'administer');

/** 予算台帳 of one line, and 補正予算, 流用 and 配当 that change it. */
@Controller(':town/staff/budget/:lineId')
@Desk('staff')
export class BudgetLineController {
  constructor(
    private readonly budget: ViewBudget,
    private readonly recordChange: RecordBudgetChange,
    private readonly reverseChange: ReverseBudgetChange,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('lineId') lineId: string): Promise<PageResult> {
    const ledger = await this.budget.line(viewer.actor, lineId);
    return page(viewer, {
      title: ledger.line.name,
      wide: true,
      breadcrumb: [yearCrumb(viewer, ledger), { label: ledger.line.code }],
      body: BudgetLinePage({ viewer, ledger, mayChange: mayKeepBudget(viewer) }),
    });
  }

  @Get('changes/:changeId/reversal')
  askReversal(
    @Viewer() viewer: Viewer,
    @Id('lineId') lineId: string,
    @Id('changeId') changeId: string,
  ): Promise<PageResult> {
    return this.reversalPage(viewer, lineId, changeId);
  }

  @Post('changes/:changeId/reversal')
  async reverse(
    @Viewer() viewer: Viewer,
    @Id('lineId') lineId: string,
    @Id('changeId') changeId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.reverseChange.execute(viewer.actor, { ...readForm(ReversalDto, body), lineId, changeId }),
    );
    if (!outcome.ok) return this.reversalPage(viewer, lineId, changeId, { body, error: outcome.error });
    return redirect(viewer.url(linePath(lineId)), { notice: '記録を取り消しました。' });
  }

  @Get(':kind')
  ask(@Viewer() viewer: Viewer, @Id('lineId') lineId: string, @Param('kind') kind: string): Promise<PageResult> {
    return this.changePage(viewer, lineId, kindOf(kind));
  }

  @Post(':kind')
  async record(
    @Viewer() viewer: Viewer,
    @Id('lineId') lineId: string,
    @Param('kind') asked: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const kind = kindOf(asked);
    const outcome = await attempt(() => {
      const { direction, amount, effectiveOn, toLineId, ...text } = readForm(BudgetChangeDto, body);
      const size = typedYen(amount, 'amount', 'budgets.change-amount-missing');
      return this.recordChange.execute(viewer.actor, {
        ...{ ...text, kind, lineId },
        toLineId: toLineId ?? null,
        amount: direction === 'lower' ? (-size as Yen) : size,
        effectiveOn: typedDay(effectiveOn, 'effectiveOn', '日付'),
      });
    });
    if (!outcome.ok) return this.changePage(viewer, lineId, kind, { body, error: outcome.error });
    return redirect(viewer.url(linePath(lineId)), { notice: `${CHANGE[kind]}を記録しました。` });
  }

  private async changePage(viewer: Viewer, lineId: string, kind: ChangeKind, refused?: Refused): Promise<PageResult> {
    const ledger = await this.budget.line(viewer.actor, lineId);
    const typed = (name: string): string => typedText(refused?.body, name);
    const today = dayInJapan(this.clock.now());
    const body = BudgetChangePage({ viewer, kind, ledger, today, typed });
    return formPage(viewer, ledger, { title: `${CHANGE[kind]}を記録する`, body }, refused);
  }

  private async reversalPage(viewer: Viewer, lineId: string, changeId: string, refused?: Refused): Promise<PageResult> {
    const ledger = await this.budget.line(viewer.actor, lineId);
    const change = ledger.changes.find(({ id }) => id === changeId);
    if (!change) throw DomainError.notFound();
    const typed = (name: string): string => typedText(refused?.body, name);
    const body = ReversalPage({ viewer, ledger, change, typed });
    return formPage(viewer, ledger, { title: `${CHANGE[change.kind]}の記録を取り消す`, body }, refused);
  }
}

function kindOf(asked: string): ChangeKind {
  const kind = CHANGE_KINDS.find((known) => known === asked);
  if (!kind) throw DomainError.notFound();
  return kind;
}

const yearCrumb = (viewer: Viewer, { line: { fiscalYear } }: BudgetLineLedger): Crumb => ({
  label: `${formatFiscalYear(fiscalYear)}の予算`,
  href: viewer.url('staff/budget', { year: String(fiscalYear) }),
});

function formPage(
  viewer: Viewer,
  ledger: BudgetLineLedger,
  { title, body }: { title: string; body: ReturnType<typeof BudgetChangePage> },
  refused?: Refused,
): PageResult {
  if (!mayKeepBudget(viewer)) throw DomainError.forbidden();
  const { id, name } = ledger.line;
  const breadcrumb = [yearCrumb(viewer, ledger), { label: name, href: viewer.url(linePath(id)) }, { label: title }];
  if (!refused) return page(viewer, { title, breadcrumb, body });
  const status = refused.error.kind === 'invalid' ? 422 : 409;
  return page(viewer, { title, breadcrumb, body, errors: refused.error }, status);
}
