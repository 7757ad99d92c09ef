import { Controller, Get, Query } from '@nestjs/common';
import {
  CaseList,
  Reminders,
  searchWords,
  type CaseFilter,
  type CasePlace,
  type Phase,
  type WaitingFor,
} from '../../cases/index.js';
import { ViewLetters } from '../../consultations/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { dayInJapan, localDate } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { ViewProperties } from '../../properties/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { QueueDto } from './queue.dto.js';
import { QueuePage, type CasesListed, type QueueFilter } from './queue.page.js';

/** 案件: every case of the town by due day; staff begin with those that wait for them. */
@Controller(':town/staff')
@Desk('staff')
export class QueueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseList,
    private readonly reminders: Reminders,
    private readonly mayorLetters: ViewLetters,
    private readonly properties: ViewProperties,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  home(@Viewer() viewer: Viewer): RedirectResult {
    return redirect(viewer.url('staff/queue'));
  }

  @Get('queue')
  async list(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult | RedirectResult> {
    const asked = await attempt(() => readForm(QueueDto, query));
    // An address that was mangled on its way shows the list as it is without it.
    if (!asked.ok) return redirect(viewer.url('staff/queue'));
    const shown = filterOf(asked.value, viewer);
    const words = await attempt(() => searchWords(shown.words));
    const found = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      cases: words.ok ? await this.listed(tx, shown, words.value, asked.value.after) : NOTHING,
      counts: await this.cases.counts(tx),
      near: await this.reminders.countNear(tx),
      mayorLetters: hasDuty(viewer.actor, 'promotion') ? await this.mayorLetters.counts(tx) : null,
      disposals: await this.properties.waiting(tx),
      programs: await this.programs.listForStaff(tx),
      organizations: await this.organizations.list(tx),
    }));
    const today = dayInJapan(this.clock.now());
    return page(viewer, {
      ...(!words.ok && { errors: words.error }),
      title: '案件',
      wide: true,
      body: QueuePage({ viewer, filter: shown, today, continued: asked.value.after !== undefined, ...found }),
    });
  }

  /** By due day; or what was searched for, the newest first. */
  private async listed(
    tx: Transaction,
    filter: QueueFilter,
    words: readonly string[],
    after: string | undefined,
  ): Promise<CasesListed> {
    if (words.length > 0) {
      const before = after !== undefined && /^\d+$/.test(after) ? after : null;
      return this.cases.search(tx, caseFilter(filter), words, before);
    }
    const { items, next } = await this.cases.forStaff(tx, caseFilter(filter), placeOf(after));
    return { items, next: next && `${next.sortOn}.${next.id}` };
  }
}

const NOTHING: CasesListed = { items: [], next: null };

/** Without a word about whose turn it is, promotion staff see their own turn and others everything. */
function filterOf({ phase, waiting, program, organization, unread, words }: QueueDto, viewer: Viewer): QueueFilter {
  const asks = [phase, program, organization, unread, words?.trim()].some(Boolean);
  const own = hasDuty(viewer.actor, 'promotion') && !asks ? 'promotion' : 'all';
  // Whoever searches looks for a case, wherever it stands.
  const turn = words?.trim() ? 'all' : (waiting ?? own);
  return {
    phase: (phase ?? '') as Phase | '',
    waiting: turn as WaitingFor | 'all',
    program: program ?? '',
    organization: organization ?? '',
    unread: unread === 'yes',
    words: words?.trim() ?? '',
  };
}

const caseFilter = ({ phase, waiting, program, organization, unread }: QueueFilter): CaseFilter => ({
  ...(phase !== '' && { phase }),
  ...(waiting !== 'all' && { waitingFor: waiting }),
  ...(program !== '' && { programId: program }),
  ...(organization !== '' && { organizationId: organization }),
  ...(unread && { unread }),
});

function placeOf(after: string | undefined): CasePlace | null {
  const [day = '', id = ''] = after?.split('.') ?? [];
  if (id === '') return null;
  try {
    return { sortOn: localDate(day), id };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
