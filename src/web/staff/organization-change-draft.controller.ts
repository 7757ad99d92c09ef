import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DraftAccountChange, ViewOrganization } from '../../organizations/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { DraftWordsDto } from './approvals.dto.js';
import { optionsIn } from './draft-options.js';
import { ChangeDraftPage } from './organization-change-draft.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

/** 口座の変更の起案, where the town decides it by a draft. */
@Controller(`:town/${ORGANIZATIONS_PATH}/:organizationId/account/change/:changeId/draft`)
@Desk('staff')
export class ChangeDraftController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly draftChange: DraftAccountChange,
  ) {}

  @Get()
  show(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('changeId') changeId: string,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    return this.draftPage(viewer, organizationId, changeId, {});
  }

  @Post()
  async draft(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('changeId') changeId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { title, reason, ...options } = readForm(DraftWordsDto, body);
      const command = { organizationId, changeId, title, reason, ...optionsIn(options) };
      return this.draftChange.execute(viewer.actor, command);
    });
    if (!outcome.ok) return this.draftPage(viewer, organizationId, changeId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '口座の変更を起案しました。' });
  }

  private async draftPage(
    viewer: Viewer,
    organizationId: string,
    changeId: string,
    sent: unknown,
    error?: DomainError,
  ): Promise<PageResult> {
    const view = await this.organizations.execute(viewer.actor, organizationId);
    const change = view.changes.find(({ id }) => id === changeId);
    if (!change) throw DomainError.notFound();
    const at = viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}`);
    return page(viewer, {
      title: '口座の変更を起案する',
      breadcrumb: organizationsCrumbs(
        viewer,
        { label: view.file.details.name, href: at },
        { label: '口座', href: `${at}/account` },
        { label: '起案' },
      ),
      ...(error && { errors: error }),
      body: ChangeDraftPage({ viewer, view, change, sent }),
    });
  }
}
