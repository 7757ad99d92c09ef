import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import { writeCsv, type CsvColumn } from '../../../platform/csv/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { writeWorkbook } from '../../../platform/excel/index.js';
import {
  BeginProposal,
  Calls,
  fieldLabelOf,
  FreeAdoptionBudget,
  numberInWords,
  PROPOSAL_STATE_LABELS,
  PROPOSER_KIND_LABELS,
  isUntold,
  ProposalTellings,
  ReceivedProposals,
  ScreenProposal,
  type Call,
  type Proposal,
  type TypedBasics,
} from '../../../proposals/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { BLANK_BASICS, typedBasics } from '../../shared/proposals/basics-fields.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { callCrumbs } from './crumbs.js';
import { ReceivedProposalPages } from './received-pages.js';
import { PaperProposalPage, ReceivedPage, type ProposalFilter } from './received.page.js';

/** What came in to a call, and papers as staff enter them. */
@Controller(':town/staff/proposals')
@Desk('staff')
export class ReceivedProposalsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
    private readonly received: ReceivedProposals,
    private readonly begin: BeginProposal,
    private readonly screening: ScreenProposal,
    private readonly pages: ReceivedProposalPages,
    private readonly tellings: ProposalTellings,
    private readonly freeing: FreeAdoptionBudget,
  ) {}

  @Get(':callId/received')
  async list(@Viewer() viewer: Viewer, @Id('callId') id: string, @Query() query: unknown): Promise<PageResult> {
    const filter = filterIn(query);
    const { call, rows, papers, untold } = await this.rowsOf(viewer, id, filter);
    const part = partOf(typedText(query, 'from'), 100);
    return page(viewer, {
      title: '届いた提案',
      wide: true,
      breadcrumb: callCrumbs(viewer, { label: call.title, href: viewer.url(`staff/proposals/${id}`) }),
      body: ReceivedPage({ viewer, call, rows, papers, untold, filter, part }),
    });
  }

  @Get(':callId/received.csv')
  async csv(@Viewer() viewer: Viewer, @Id('callId') id: string, @Query() query: unknown): Promise<DownloadResult> {
    const { call, rows } = await this.rowsOf(viewer, id, filterIn(query));
    return download({
      bytes: writeCsv(columnsOf(call), rows),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `企画提案_${call.title}.csv`,
    });
  }

  @Get(':callId/received.xlsx')
  async workbook(@Viewer() viewer: Viewer, @Id('callId') id: string, @Query() query: unknown): Promise<DownloadResult> {
    const { call, rows } = await this.rowsOf(viewer, id, filterIn(query));
    const columns = columnsOf(call);
    const bytes = await writeWorkbook([
      {
        name: '企画提案',
        columns: columns.map(({ header }) => ({ heading: header, width: header.length > 6 ? 40 : 18 })),
        rows: rows.map((row) => columns.map(({ cell }) => String(cell(row) ?? ''))),
      },
    ]);
    return download({ bytes, mediaType: XLSX, fileName: `企画提案_${call.title}.xlsx` });
  }

  @Get('received/:proposalId')
  async show(@Viewer() viewer: Viewer, @Id('proposalId') id: string): Promise<PageResult> {
    return this.pages.of(viewer, id);
  }

  @Post('received/:proposalId/screening')
  async screen(
    @Viewer() viewer: Viewer,
    @Id('proposalId') proposalId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.screening.execute(viewer.actor, {
        ...{ proposalId, version: Number(typedText(body, 'version')) },
        ...{ outcome: typedText(body, 'outcome'), reason: typedText(body, 'reason') },
      }),
    );
    if (!outcome.ok) return this.pages.of(viewer, proposalId, body, outcome.error);
    return redirect(viewer.url(`staff/proposals/received/${proposalId}`), {
      notice: '必要性の確認を保存しました。提案者の画面に理由が出ています。',
    });
  }

  @Post('received/:proposalId/budget-release')
  async free(
    @Viewer() viewer: Viewer,
    @Id('proposalId') proposalId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const why = typedText(body, 'freedWhy');
    const outcome = await attempt(() => this.freeing.execute(viewer.actor, { proposalId, why }));
    if (!outcome.ok) return this.pages.of(viewer, proposalId, body, outcome.error);
    return redirect(viewer.url(`staff/proposals/received/${proposalId}`), { notice: '予算の確保をやめました。' });
  }

  @Get('received/:proposalId/files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.received.file(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  @Get(':callId/paper')
  paper(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult> {
    return this.paperPage(viewer, id, { ...BLANK_BASICS, publicName: 'no' }, '');
  }

  @Post(':callId/paper')
  async enter(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedBasics(body);
    const day = typedText(body, 'receivedOn');
    const outcome = await attempt(() =>
      this.begin.fromPaper(viewer.actor, { callId, typed, receivedOn: typedDay(day, 'receivedOn', '収受日') }),
    );
    if (!outcome.ok) return this.paperPage(viewer, callId, typed, day, outcome.error);
    return redirect(viewer.url(`staff/proposals/papers/${outcome.value}`));
  }

  private async paperPage(viewer: Viewer, id: string, typed: TypedBasics, receivedOn: string, errors?: DomainError) {
    const { call } = await this.unitOfWork.read(viewer.actor, (tx) => this.calls.get(tx, id));
    const content = {
      title: '紙の提案を入力する',
      lead: call.title,
      breadcrumb: callCrumbs(viewer, { label: call.title, href: viewer.url(`staff/proposals/${id}`) }),
      body: PaperProposalPage({ viewer, call, typed, receivedOn }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }

  private rowsOf(viewer: Viewer, id: string, filter: ProposalFilter) {
    const { field, state, words } = filter;
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const { call } = await this.calls.get(tx, id);
      const { sent, papers } = await this.received.ofCall(tx, id);
      const matters = await this.tellings.of(tx, sent);
      const untold = new Set(sent.filter(({ id: one }) => matters.get(one)?.some(isUntold)).map(({ id: one }) => one));
      const rows = sent.filter(
        (one) =>
          (filter.untold === '' || untold.has(one.id)) &&
          (field === '' || one.fieldId === field) &&
          (state === '' || one.state === state) &&
          (words === '' || `${one.title} ${one.proposer.name}`.normalize('NFKC').includes(words.normalize('NFKC'))),
      );
      return { call, rows, papers, untold };
    });
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const filterIn = (query: unknown): ProposalFilter => ({
  field: typedText(query, 'field'),
  state: typedText(query, 'state'),
  words: typedText(query, 'words').trim(),
  untold: typedText(query, 'untold'),
});

/** With the answers in words, and the contact where it may be read. */
function columnsOf(call: Call): CsvColumn<Proposal>[] {
  const questions = call.form.flatMap((section) => section.questions);
  return [
    { header: '番号', cell: ({ number }) => numberInWords(number) },
    { header: '提案の名称', cell: ({ title }) => title },
    { header: '提案者', cell: ({ proposer }) => proposer.name },
    { header: '立場', cell: ({ proposer }) => PROPOSER_KIND_LABELS[proposer.kind] },
    { header: '分野', cell: ({ fieldId }) => fieldLabelOf(call, fieldId) },
    { header: '状態', cell: ({ state }) => PROPOSAL_STATE_LABELS[state] },
    { header: '提出日', cell: ({ submittedAt }) => (submittedAt ? formatEra(dayInJapan(submittedAt)) : '') },
    { header: '収受日（紙）', cell: ({ paperReceivedOn }) => (paperReceivedOn ? formatEra(paperReceivedOn) : '') },
    { header: '名前の公表', cell: ({ proposer }) => (proposer.publicName ? '可' : '不可') },
    { header: '連絡先', cell: ({ proposer }) => proposer.contact },
    { header: 'メールアドレス', cell: ({ proposer }) => proposer.mail },
    ...questions.map(({ id, label }) => ({
      header: label,
      cell: ({ answers }: Proposal) => answers?.find((answer) => answer.id === id)?.text ?? '',
    })),
  ];
}
