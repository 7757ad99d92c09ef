import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  isTouched,
  numberInWords,
  SettleSorting,
  SortingBoard,
  SortProposals,
  type TypedSorting,
} from '../../../proposals/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedTexts } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { callCrumbs } from './crumbs.js';
import { SortingPage } from './sorting.page.js';

/** What a form of the board held. */
interface Said {
  readonly typed: readonly TypedSorting[];
  readonly meeting: string;
  readonly metOn: string;
}

/** 仕分け: all proposals of a call, sorted into what the town, residents, or both together do. */
@Controller(':town/staff/proposals/:callId/sorting')
@Desk('staff')
export class ProposalSortingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: SortingBoard,
    private readonly sorting: SortProposals,
    private readonly settlement: SettleSorting,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult> {
    return this.boardPage(viewer, id);
  }

  @Post()
  async sort(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedSortings(body);
    const said = { meeting: typedText(body, 'meeting').trim(), metOn: typedText(body, 'metOn') };
    const outcome = await attempt(() => {
      const metOn = said.metOn.trim() === '' ? null : typedDay(said.metOn, 'metOn', '開催日');
      return this.sorting.execute(viewer.actor, { callId, typed, meeting: { meeting: said.meeting, metOn } });
    });
    if (!outcome.ok) return this.boardPage(viewer, callId, { typed, ...said }, outcome.error);
    const { count, tied } = outcome.value;
    if (tied.length > 0) {
      const numbers = tied.map(numberInWords).join('、');
      return this.boardPage(
        viewer,
        callId,
        { ...said, typed: [] },
        new DomainError('proposals.sorting-tied', 'forbidden', { numbers, count }),
      );
    }
    return redirect(viewer.url(`staff/proposals/${callId}/sorting`), {
      notice: count === 0 ? '変わったところはありません。' : `${String(count)}件を仕分けました。`,
    });
  }

  @Post('settlement')
  async settle(@Viewer() viewer: Viewer, @Id('callId') callId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.settlement.execute(viewer.actor, callId));
    if (!outcome.ok) return this.boardPage(viewer, callId, undefined, outcome.error);
    return redirect(viewer.url(`staff/proposals/${callId}/sorting`), {
      notice: '仕分けを確定しました。メールの届く提案者には、メールで知らせます。',
    });
  }

  private async boardPage(
    viewer: Viewer,
    id: string,
    { typed, ...said }: Said = { typed: [], meeting: '', metOn: '' },
    errors?: DomainError,
  ): Promise<PageResult> {
    const board = await this.unitOfWork.read(viewer.actor, (tx) => this.board.ofCall(tx, id));
    const content = {
      title: '提案の仕分け',
      lead: board.call.title,
      wide: true,
      breadcrumb: callCrumbs(viewer, { label: board.call.title, href: viewer.url(`staff/proposals/${id}`) }),
      body: SortingPage({
        ...{ viewer, board, mayWrite: hasDuty(viewer.actor, 'promotion'), said },
        // What was left alone follows what others have saved meanwhile.
        typed: new Map(typed.filter((each) => isTouched(each, board.history)).map((each) => [each.proposalId, each])),
      }),
    };
    return page(viewer, errors ? { ...content, errors } : content, errors && statusOf(errors));
  }
}

const statusOf = ({ kind }: DomainError): number => (kind === 'invalid' ? 422 : kind === 'forbidden' ? 403 : 409);

function typedSortings(body: unknown): TypedSorting[] {
  const [kinds, reasons, seen] = [typedTexts(body, 'sorting'), typedTexts(body, 'why'), typedTexts(body, 'seen')];
  const ids = new Set([...Object.keys(kinds), ...Object.keys(reasons)]);
  return [...ids].map((proposalId) => ({
    proposalId,
    ...{ seen: seen[proposalId] ?? '', kind: kinds[proposalId] ?? '', reason: reasons[proposalId] ?? '' },
  }));
}
