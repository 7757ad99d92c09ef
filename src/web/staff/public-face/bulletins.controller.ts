import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { formatEra } from '../../../kernel/local-date.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  readBulletin,
  ViewBulletins,
  WriteBulletin,
  type Bulletin,
  type TypedBulletin,
} from '../../../records/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { typedText } from '../../shared/typed-text.js';
import { BulletinFormPage, BulletinListPage, BulletinPage } from './bulletins.page.js';
import { answerRefused } from './answer-refused.js';
import { PublicationActs } from './publication-acts.js';
import { publicFaceCrumbs } from './public-face-crumbs.js';
import { typedRequestId, typedVersion } from './typed-version.js';

const LIST = 'staff/public-face/bulletins';
const BLANK: TypedBulletin = { title: '', day: '', body: '', shownFrom: '', shownUntil: '' };

/** What was sent; without an error only a look was asked for. */
interface Sent {
  readonly body: unknown;
  readonly error: DomainError | null;
}

/** お知らせ: written as a draft, looked at, published, taken down. */
@Controller(`:town/${LIST}`)
@Desk('staff')
export class BulletinsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bulletins: ViewBulletins,
    private readonly writing: WriteBulletin,
    private readonly acts: PublicationActs,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    const part = partOf(from);
    const { rows, total, today } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      ...(await this.bulletins.all(tx, part)),
      today: tx.today,
    }));
    return page(viewer, {
      title: 'お知らせ',
      lead: '公開したものが、掲載期間の間、入口のページとお知らせの一覧に載ります。',
      wide: true,
      breadcrumb: publicFaceCrumbs(viewer, { label: 'お知らせ' }),
      body: BulletinListPage({ viewer, bulletins: rows, part, total, today, mayWrite: mayWrite(viewer) }),
    });
  }

  @Get('new')
  blank(@Viewer() viewer: Viewer): PageResult {
    return this.newPage(viewer, null);
  }

  @Post('new')
  async begin(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.newPage(viewer, look(body));
    const requestId = typedRequestId(body);
    const outcome = await attempt(() => this.writing.begin(viewer.actor, { typed: typedBulletin(body), requestId }));
    if (!outcome.ok) return this.newPage(viewer, { body, error: outcome.error });
    return redirect(viewer.url(`${LIST}/${outcome.value.id}`), {
      notice: '下書きを保存しました。見え方を確かめて、公開してください。',
    });
  }

  @Get(':bulletinId')
  show(@Viewer() viewer: Viewer, @Id('bulletinId') id: string): Promise<PageResult> {
    return this.showPage(viewer, id, null);
  }

  @Post(':bulletinId/publication')
  async act(
    @Viewer() viewer: Viewer,
    @Id('bulletinId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await this.acts.perform(viewer, { kind: 'bulletin', id }, body);
    if (!outcome.ok) return this.showPage(viewer, id, { body, error: outcome.error });
    const { notice, gone } = outcome.value;
    return redirect(viewer.url(gone ? LIST : `${LIST}/${id}`), { notice });
  }

  @Get(':bulletinId/edit')
  edit(@Viewer() viewer: Viewer, @Id('bulletinId') id: string): Promise<PageResult> {
    return this.editPage(viewer, id, null);
  }

  @Post(':bulletinId/edit')
  async change(
    @Viewer() viewer: Viewer,
    @Id('bulletinId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    if (asksForPreview(body)) return this.editPage(viewer, id, look(body));
    const command = { id, version: typedVersion(body), typed: typedBulletin(body) };
    const outcome = await attempt(() => this.writing.change(viewer.actor, command));
    if (!outcome.ok) return this.editPage(viewer, id, { body, error: outcome.error });
    return redirect(viewer.url(`${LIST}/${id}`), { notice: 'お知らせを保存しました。' });
  }

  private newPage(viewer: Viewer, sent: Sent | null): PageResult {
    requireDuty(viewer.actor, 'promotion');
    const title = 'お知らせを書く';
    const typed = sent ? typedBulletin(sent.body) : BLANK;
    const content = {
      title,
      breadcrumb: crumbs(viewer, { label: title }),
      body: BulletinFormPage({
        ...{ viewer, action: viewer.url(`${LIST}/new`), back: viewer.url(LIST), typed },
        ...{ version: null, requestId: typedText(sent?.body, 'requestId'), state: 'draft', saved: null },
        preview: previewOf(sent, typed),
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async editPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const bulletin = await this.load(viewer, id);
    const isStale = sent?.error?.kind === 'stale';
    const typed = sent ? typedBulletin(sent.body) : asTyped(bulletin);
    const content = {
      title: 'お知らせを書き直す',
      breadcrumb: crumbs(viewer, { label: bulletin.title, href: viewer.url(`${LIST}/${id}`) }, { label: '書き直す' }),
      body: BulletinFormPage({
        ...{ viewer, action: viewer.url(`${LIST}/${id}/edit`), back: viewer.url(`${LIST}/${id}`), typed },
        version: sent && !isStale ? typedVersion(sent.body) : bulletin.version,
        ...{ requestId: '', state: bulletin.state, saved: isStale ? asTyped(bulletin) : null },
        preview: previewOf(sent, typed),
      }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private async showPage(viewer: Viewer, id: string, sent: Sent | null): Promise<PageResult> {
    const { bulletin, today } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      bulletin: await this.bulletins.one(tx, id),
      today: tx.today,
    }));
    const reason = sent ? typedText(sent.body, 'reason') : null;
    const content = {
      title: 'お知らせ',
      breadcrumb: crumbs(viewer, { label: bulletin.title }),
      body: BulletinPage({ viewer, bulletin, today, mayWrite: mayWrite(viewer), reason }),
    };
    return answerRefused(viewer, content, sent?.error ?? null);
  }

  private load(viewer: Viewer, id: string): Promise<Bulletin> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.bulletins.one(tx, id));
  }
}

const mayWrite = ({ actor }: Viewer): boolean => hasDuty(actor, 'promotion');

const asksForPreview = (body: unknown): boolean => typedText(body, 'act') === 'preview';

/** A look is refused for what could not be saved either. */
function look(body: unknown): Sent {
  const { faults } = readBulletin(typedBulletin(body));
  return { body, error: faults.length > 0 ? DomainError.invalid(faults) : null };
}

const previewOf = (sent: Sent | null, typed: TypedBulletin) =>
  sent && sent.error === null ? readBulletin(typed).content : null;

const typedBulletin = (body: unknown): TypedBulletin => ({
  title: typedText(body, 'title'),
  day: typedText(body, 'day'),
  body: typedText(body, 'body'),
  shownFrom: typedText(body, 'shownFrom'),
  shownUntil: typedText(body, 'shownUntil'),
});

const asTyped = ({ title, day, body, shownFrom, shownUntil }: Bulletin): TypedBulletin => ({
  ...{ title, body, day: formatEra(day), shownFrom: formatEra(shownFrom) },
  shownUntil: shownUntil ? formatEra(shownUntil) : '',
});

const crumbs = (viewer: Viewer, ...below: Parameters<typeof publicFaceCrumbs>[1][]) =>
  publicFaceCrumbs(viewer, { label: 'お知らせ', href: viewer.url(LIST) }, ...below);
