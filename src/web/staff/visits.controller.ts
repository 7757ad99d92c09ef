import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  Visits,
  visitTitle,
  newestOf,
  WriteVisit,
  type TypedVisit,
  type VisitedSubject,
  type VisitSubjectRef,
  type VisitView,
} from '../../visits/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { typedList } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { typedVisit, visitAsTyped } from './typed-visit.js';
import { VisitFormPage } from './visit-form.page.js';
import { caseUrl, noteCrumbs, VisitPage } from './visit.page.js';
import { VisitDto } from './visits.dto.js';

interface Refused {
  readonly error: DomainError | null;
  readonly body: unknown;
}

/** 現地調査・聞き取りの記録: written about a case, shown with its photographs, corrected with a trail. */
@Controller(':town/staff/visits')
@Desk('staff')
export class VisitsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visits: Visits,
    private readonly writing: WriteVisit,
  ) {}

  @Get('about/:kind/:subjectId')
  blank(
    @Viewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Id('subjectId') id: string,
    @Query() begun: unknown,
  ): Promise<PageResult> {
    return this.newPage(viewer, { kind, id }, undefined, begun);
  }

  @Post('about/:kind/:subjectId')
  @AcceptUploads()
  async write(
    @Viewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Id('subjectId') id: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const subject = { kind, id };
    if (asksForRows(body)) return this.newPage(viewer, subject, { error: null, body });
    const outcome = await attempt(() => {
      const { requestId } = readForm(VisitDto, body);
      const command = { subject, typed: typedVisit(body), photos: photosOf(uploads), requestId };
      return this.writing.write(viewer.actor, command);
    });
    if (!outcome.ok) return this.newPage(viewer, subject, { error: outcome.error, body });
    return redirect(viewer.url(`staff/visits/${outcome.value.noteId}`), { notice: '記録を保存しました。' });
  }

  @Get(':noteId')
  async show(@Viewer() viewer: Viewer, @Id('noteId') noteId: string): Promise<PageResult> {
    const view = await this.load(viewer.actor, noteId);
    return page(viewer, {
      title: visitTitle(newestOf(view.note)),
      breadcrumb: noteCrumbs(viewer, view.note.subject, view.about, visitTitle(newestOf(view.note))),
      body: VisitPage({ viewer, view, mayWrite: mayWrite(viewer.actor, view.about) }),
    });
  }

  @Get(':noteId/correction')
  correction(@Viewer() viewer: Viewer, @Id('noteId') noteId: string): Promise<PageResult> {
    return this.correctionPage(viewer, noteId);
  }

  @Post(':noteId/correction')
  @AcceptUploads()
  async correct(
    @Viewer() viewer: Viewer,
    @Id('noteId') noteId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    if (asksForRows(body)) return this.correctionPage(viewer, noteId, { error: null, body });
    const outcome = await attempt(() => {
      const { requestId, version, reason } = readForm(VisitDto, body);
      const written = { typed: typedVisit(body), photos: photosOf(uploads), requestId, reason };
      const takeOff = typedList(body, 'takeOff');
      return this.writing.correct(viewer.actor, { noteId, version: Number(version), takeOff, ...written });
    });
    if (!outcome.ok) return this.correctionPage(viewer, noteId, { error: outcome.error, body });
    return redirect(viewer.url(`staff/visits/${noteId}`), {
      notice: '記録を訂正しました。前の内容は訂正の経過に残っています。',
    });
  }

  @Get(':noteId/photos/:sha256')
  async photo(
    @Viewer() viewer: Viewer,
    @Id('noteId') noteId: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const photo = await this.unitOfWork.read(viewer.actor, (tx) => this.visits.photo(tx, noteId, sha256));
    const { bytes, name: fileName, mediaType } = photo;
    return download({ bytes, fileName, mediaType, inline: view !== undefined });
  }

  private async newPage(
    viewer: Viewer,
    subject: VisitSubjectRef,
    refused?: Refused,
    begun?: unknown,
  ): Promise<PageResult> {
    const about = await this.unitOfWork.read(viewer.actor, (tx) => this.visits.subject(tx, subject));
    if (!mayWrite(viewer.actor, about)) throw closed(viewer.actor);
    const title = about.party === 'proposer' ? '聞き取りを記録する' : '現地調査・聞き取りを記録する';
    const unseenBy = about.party === 'proposer' ? '提案者' : '団体';
    const content = {
      title,
      lead: `${about.organizationName}　${about.title}。${unseenBy}には示されません。`,
      breadcrumb: noteCrumbs(viewer, subject, about, title),
      body: VisitFormPage({
        ...{ action: viewer.url(`staff/visits/about/${subject.kind}/${subject.id}`), about },
        back: caseUrl(viewer, subject),
        typed: refused ? typedVisit(refused.body) : beginningOf(viewer, about, begun),
        requestId: typedText(refused?.body, 'requestId'),
        more: refused !== undefined && refused.error === null,
        correcting: null,
      }),
    };
    return answer(viewer, content, refused);
  }

  private async correctionPage(viewer: Viewer, noteId: string, refused?: Refused): Promise<PageResult> {
    const view = await this.load(viewer.actor, noteId);
    const { note, about } = view;
    if (!mayWrite(viewer.actor, about)) throw closed(viewer.actor);
    const title = '記録を訂正する';
    const content = {
      title,
      lead: '前の内容は消えず、訂正の経過に残ります。',
      breadcrumb: noteCrumbs(viewer, note.subject, about, title),
      body: VisitFormPage({
        ...{ action: viewer.url(`staff/visits/${noteId}/correction`), about },
        back: viewer.url(`staff/visits/${noteId}`),
        typed: refused ? typedVisit(refused.body) : visitAsTyped(note),
        requestId: typedText(refused?.body, 'requestId'),
        more: refused !== undefined && refused.error === null,
        correcting: {
          newest: newestOf(note),
          isStale: refused?.error?.kind === 'stale',
          version: refused?.error === null ? Number(typedText(refused.body, 'version')) : newestOf(note).version,
          takeOff: typedList(refused?.body, 'takeOff'),
          reason: typedText(refused?.body, 'reason'),
        },
      }),
    };
    return answer(viewer, content, refused);
  }

  private load(actor: Actor, noteId: string): Promise<VisitView> {
    return this.unitOfWork.read(actor, (tx) => this.visits.view(tx, noteId));
  }
}

/** Day and place of what was planned, where the page is opened from it; a proposer is heard by whoever writes it down. */
function beginningOf(viewer: Viewer, { party, organizationName }: VisitedSubject, begun: unknown): TypedVisit {
  const planned = { heldOn: typedText(begun, 'heldOn'), place: typedText(begun, 'place'), found: '' };
  if (party === 'organization') return { ...planned, kind: 'site-visit', people: [] };
  const people = [
    { name: viewer.actor.name, role: '', side: 'town' },
    { name: organizationName, role: '', side: 'proposer' },
  ];
  return { ...planned, kind: 'hearing', people };
}

/** Asked for without saving: the page comes back with more rows for people. */
const asksForRows = (body: unknown): boolean => typedText(body, 'act') === 'more-people';

const photosOf = (uploads: readonly Upload[]): readonly Upload[] => uploads.filter(({ field }) => field === 'photos');

const mayWrite = (actor: Actor, about: VisitedSubject): boolean => about.open && hasDuty(actor, 'promotion');

const closed = (actor: Actor): DomainError =>
  hasDuty(actor, 'promotion') ? new DomainError('visits.closed', 'conflict') : DomainError.forbidden();

function answer(viewer: Viewer, content: Parameters<typeof page>[1], refused: Refused | undefined): PageResult {
  if (!refused?.error) return page(viewer, content);
  return page(viewer, { ...content, errors: refused.error }, refused.error.kind === 'invalid' ? 422 : 409);
}
