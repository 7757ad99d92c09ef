import { Body, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { askedIn, placeOf, pointerOfField, writeAnswers } from '../../../forms/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  ChangeProposalFiles,
  ProposalDrafts,
  SaveProposal,
  SubmitProposal,
  type ProposalDraft,
  type TypedBasics,
} from '../../../proposals/index.js';
import { attempt } from '../attempt.js';
import { Id } from '../params.js';
import {
  download,
  page,
  redirect,
  type Crumb,
  type DownloadResult,
  type PageContent,
  type PageResult,
} from '../results.js';
import { questionOfUpload, SectionDesk, withErrors, type Answered, type Shown } from '../sections/section-desk.js';
import { typedAnswers } from '../sections/typed-section.js';
import { typedText } from '../typed-text.js';
import { AcceptUploads, Uploads, type Upload } from '../uploads.js';
import { Viewer } from '../viewer.js';
import { typedBasics } from './basics-fields.js';
import { formNamed, keyOf, sectionAt, type ProposalWriter } from './proposal-writer.js';
import { BasicsPage, CheckPage, SectionPage, SentPage, TasksPage, type DraftPageProps } from './draft-pages.js';

/**
 * The pages on which a proposal is written, sent and followed: the same for a resident who holds its code, an officer and
 * staff who enter a paper. Each desk says where its pages stand and who writes there.
 */
export abstract class ProposalDraftController {
  @Inject(UnitOfWork) protected readonly unitOfWork!: UnitOfWork;
  @Inject(ProposalDrafts) private readonly drafts!: ProposalDrafts;
  @Inject(SaveProposal) private readonly saveProposal!: SaveProposal;
  @Inject(ChangeProposalFiles) private readonly files!: ChangeProposalFiles;
  @Inject(SubmitProposal) private readonly submission!: SubmitProposal;

  /** Called with every request: may keep the way back open. */
  protected abstract writer(viewer: Viewer, request: Request, response: Response, id: string): ProposalWriter;
  protected abstract path(id: string): string;
  protected abstract crumbs(viewer: Viewer): readonly Crumb[];

  /** Where who has taken back a draft goes. */
  protected abstract leaving(viewer: Viewer): string;

  @Get()
  async tasks(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<PageResult> {
    const writer = this.writer(viewer, req, res, id);
    const draft = await this.draftOf(writer, id);
    const props = this.props(viewer, draft);
    const kept =
      writer.code && writer.link
        ? { code: writer.code, link: writer.link, closing: viewer.url('my-proposals/closing') }
        : null;
    if (draft.proposal.state === 'draft') {
      return this.pageOf(viewer, draft, {
        title: draft.proposal.title,
        lead: `「${draft.call.title}」への提案`,
        body: TasksPage({ ...props, kept }),
      });
    }
    if (draft.proposal.number === null) throw DomainError.notFound();
    const title = draft.proposal.state === 'submitted' ? '提案を受け付けました' : draft.proposal.title;
    return this.pageOf(viewer, draft, { title, lead: draft.proposal.title, body: SentPage({ ...props, kept }) });
  }

  @Get('basics')
  async basics(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const draft = await this.draftOf(this.writer(viewer, req, res, id), id);
    if (draft.proposal.state !== 'draft') return redirect(viewer.url(this.path(id)));
    const { proposer, title, fieldId: field } = draft.proposal;
    return this.basicsPage(viewer, draft, {
      ...proposer,
      publicName: proposer.publicName ? 'yes' : 'no',
      title,
      field,
    });
  }

  @Post('basics')
  async saveBasics(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const writer = this.writer(viewer, req, res, id);
    const typed = typedBasics(body);
    const command = { ...keyOf(writer, id), version: Number(typedText(body, 'version')), typed };
    const outcome = await attempt(() => this.saveProposal.basics(writer.actor, command));
    if (outcome.ok) return redirect(viewer.url(this.path(id)), { notice: '保存しました。' });
    return this.basicsPage(viewer, await this.draftOf(writer, id), typed, outcome.error);
  }

  @Get('form/:section')
  async section(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Param('section') name: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    return this.desk(viewer, this.writer(viewer, req, res, id), id).show(name);
  }

  @Post('form/:section')
  @AcceptUploads()
  async saveSection(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Param('section') name: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const writer = this.writer(viewer, req, res, id);
    const { call } = await this.draftOf(writer, id);
    const fields = writeAnswers(typedAnswers(formNamed(call.form, name), body));
    return this.desk(viewer, writer, id).save({ name, body, fields, uploads });
  }

  @Get('check')
  async check(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const draft = await this.draftOf(this.writer(viewer, req, res, id), id);
    if (draft.proposal.state !== 'draft') return redirect(viewer.url(this.path(id)));
    return this.pageOf(viewer, draft, { title: '内容を確かめる', body: CheckPage(this.props(viewer, draft)) });
  }

  @Post('submission')
  async submit(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const writer = this.writer(viewer, req, res, id);
    const outcome = await attempt(() => this.submission.submit(writer.actor, keyOf(writer, id)));
    if (outcome.ok) return redirect(viewer.url(this.path(id)));
    const draft = await this.draftOf(writer, id);
    return this.pageOf(viewer, draft, {
      title: '内容を確かめる',
      body: CheckPage(this.props(viewer, draft)),
      errors: outcome.error,
    });
  }

  @Post('withdrawal')
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Answered {
    const writer = this.writer(viewer, req, res, id);
    const before = await this.draftOf(writer, id);
    const command = { ...keyOf(writer, id), confirmed: typedText(body, 'confirmed') === 'yes' };
    const outcome = await attempt(() => this.submission.withdraw(writer.actor, command));
    if (outcome.ok) {
      const gone = before.proposal.number === null;
      return redirect(gone ? this.leaving(viewer) : viewer.url(this.path(id)), { notice: '提案を取り下げました。' });
    }
    const props = { ...this.props(viewer, before), kept: null };
    return this.pageOf(viewer, before, {
      title: before.proposal.title,
      body: before.proposal.number === null ? TasksPage(props) : SentPage(props),
      errors: outcome.error,
    });
  }

  @Get('files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('proposalId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<DownloadResult> {
    const writer = this.writer(viewer, req, res, id);
    const { bytes, name, mediaType } = await this.unitOfWork.read(writer.actor, (tx) =>
      this.drafts.file(tx, keyOf(writer, id), sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  private desk(viewer: Viewer, writer: ProposalWriter, id: string): SectionDesk<ProposalDraft> {
    const { actor } = writer;
    const key = keyOf(writer, id);
    const home = viewer.url(this.path(id));
    const urlOf = (name: string): string => `${home}/form/${name}`;
    return new SectionDesk(viewer, {
      load: () => this.draftOf(writer, id),
      isWritable: ({ proposal }) => proposal.state === 'draft',
      save: (section) => this.saveProposal.section(actor, { ...key, ...section }),
      files: {
        placeOf: questionOfUpload,
        pointerTo: placeOf,
        add: (question, upload) => this.files.add(actor, { ...key, question, upload }),
        remove: (fileId) => this.files.remove(actor, { ...key, fileId }),
      },
      pointerOf: (_name, field) => pointerOfField(field),
      sectionOf: ({ call: { form } }, pointer) => sectionAt(form, pointer),
      asked: ({ call, sections }) => askedIn(call.form, sections),
      page: (draft, name, shown) => this.sectionPage(viewer, draft, name, shown),
      ...{ home, urlOf },
      next: ({ call: { form } }, name) => {
        const next = form[form.findIndex((section) => section.id === name) + 1];
        return redirect(next ? urlOf(next.id) : `${home}/check`);
      },
    });
  }

  private sectionPage(viewer: Viewer, draft: ProposalDraft, name: string, shown: Shown): PageResult {
    const form = formNamed(draft.call.form, name);
    const content = {
      title: form.title,
      lead: form.lead,
      wide: form.questions.some(({ kind }) => kind === 'table'),
      body: SectionPage({ ...this.props(viewer, draft), form, more: shown.more }),
    };
    return this.pageOf(viewer, draft, withErrors(content, shown), shown.status);
  }

  private basicsPage(viewer: Viewer, draft: ProposalDraft, typed: TypedBasics, errors?: DomainError): PageResult {
    const content = { title: '提案と提案者', body: BasicsPage({ ...this.props(viewer, draft), typed }) };
    return this.pageOf(viewer, draft, errors ? { ...content, errors } : content);
  }

  private pageOf(viewer: Viewer, draft: ProposalDraft, content: PageContent, status?: number): PageResult {
    const { id, title } = draft.proposal;
    const here =
      content.title === title
        ? [{ label: title }]
        : [{ label: title, href: viewer.url(this.path(id)) }, { label: content.title }];
    return page(viewer, { ...content, personal: true, breadcrumb: [...this.crumbs(viewer), ...here] }, status);
  }

  private props(viewer: Viewer, draft: ProposalDraft): DraftPageProps {
    const home = viewer.url(this.path(draft.proposal.id));
    const at = (path?: string): string => (path === undefined ? home : `${home}/${path}`);
    return { viewer, draft, at, access: { href: (sha256) => at(`files/${sha256}`), scans: draft.scans } };
  }

  private draftOf(writer: ProposalWriter, id: string): Promise<ProposalDraft> {
    return this.unitOfWork.read(writer.actor, (tx) => this.drafts.get(tx, keyOf(writer, id)));
  }
}
