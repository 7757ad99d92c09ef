import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Municipalities } from '../../../municipalities/index.js';
import { MailTemplates } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ProposalTellings, ProposerNotes, ReceivedProposals, TellProposer } from '../../../proposals/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { callCrumbs } from './crumbs.js';
import { NoticePaper } from './notice-paper.page.js';
import { ReceivedProposalPages } from './received-pages.js';

/** Telling a proposer whom no mail reaches: the words to print, and how and when it was done. */
@Controller(':town/staff/proposals/received/:proposalId')
@Desk('staff')
export class ProposalTellingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly received: ReceivedProposals,
    private readonly tellings: ProposalTellings,
    private readonly notes: ProposerNotes,
    private readonly tell: TellProposer,
    private readonly pages: ReceivedProposalPages,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly config: AppConfig,
  ) {}

  @Post('telling')
  async told(
    @Viewer() viewer: Viewer,
    @Id('proposalId') proposalId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.tell.execute(viewer.actor, {
        ...{ proposalId, occasion: typedText(body, 'occasion'), turn: Number(typedText(body, 'turn')) },
        ...{ how: typedText(body, 'how'), note: typedText(body, 'note') },
        toldOn: typedDay(typedText(body, 'toldOn'), 'toldOn', '知らせた日'),
      }),
    );
    if (!outcome.ok) return this.pages.of(viewer, proposalId, body, outcome.error);
    return redirect(viewer.url(`staff/proposals/received/${proposalId}`), { notice: 'お知らせの記録を残しました。' });
  }

  /** The words of the mail, for paper. */
  @Get('notice')
  async notice(@Viewer() viewer: Viewer, @Id('proposalId') id: string, @Query() query: unknown): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const [occasion, turn] = [typedText(query, 'occasion'), Number(typedText(query, 'turn'))];
    const { proposal, text } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const draft = await this.received.get(tx, id);
      const matters = await this.tellings.ofOne(tx, draft.proposal);
      const matter = matters.find((each) => each.occasion === occasion && each.turn === turn);
      if (!matter) throw DomainError.notFound();
      const { kind, path, sectionId, words } = await this.notes.noteOf(tx, draft.proposal, matter);
      const section = await this.municipalities.sectionOf(tx, sectionId);
      const rendered = await this.templates.render(tx, kind, {
        ...words,
        ...{ town: viewer.town.name, mailed: false },
        url: new URL(viewer.url(path), this.config.publicUrl).href,
        sender: `${viewer.town.name}${section.name}　電話 ${section.phone}`,
      });
      return { proposal: draft.proposal, text: rendered.text };
    });
    const here = 'お知らせの文';
    return page(viewer, {
      title: here,
      personal: true,
      breadcrumb: callCrumbs(
        viewer,
        { label: proposal.title, href: viewer.url(`staff/proposals/received/${id}`) },
        { label: here },
      ),
      body: NoticePaper({ text }),
    });
  }
}
