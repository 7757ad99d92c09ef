import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { nameOfGrant, Withhold, WITHHELD_KINDS } from '../../../../disclosure/index.js';
import { DomainError } from '../../../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  Id,
  page,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../../shared/index.js';
import { partOf } from '../../../shared/pages-of-rows.js';
import { requestIdIn } from '../../../shared/sent-form.js';
import { typedText } from '../../../shared/typed-text.js';
import { publicFaceCrumbs } from '../public-face-crumbs.js';
import { faultsAt } from '../../voices/typed.js';
import { GrantDisclosurePage, reasonFieldAt } from './grant-disclosure.page.js';
import { WithholdingsPage } from './withholdings.page.js';

const BASE = 'staff/public-face/withholdings';
const TITLE = '載せないことにした項目';
const ON_A_PAGE = 100;

/** One answer or photograph of a published grant is kept from the public pages, with its reason, or shown again. */
@Controller(`:town/${BASE}`)
@Desk('staff')
export class WithholdingsController {
  constructor(private readonly withhold: Withhold) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    const part = partOf(from, ON_A_PAGE);
    const { rows, total } = await this.withhold.list(viewer.actor, part);
    return page(viewer, {
      title: TITLE,
      lead: '交付のページから外した答えや写真です。だれが、いつ、なぜ外したかが残ります。',
      wide: true,
      breadcrumb: publicFaceCrumbs(viewer, { label: TITLE }),
      body: WithholdingsPage({ viewer, rows, part, total }),
    });
  }

  @Get('grants/:grantId')
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.grantPage(viewer, grantId, {});
  }

  @Post('grants/:grantId')
  async keepBack(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const kind = WITHHELD_KINDS.find((each) => each === typedText(body, 'kind'));
      if (!kind) throw DomainError.notFound();
      const item = typedText(body, 'item');
      const field = reasonFieldAt(typedText(body, 'place'));
      const what = { grantId, kind, item, requestId: requestIdIn(body), reason: typedText(body, field) };
      return faultsAt(
        () => field,
        () => this.withhold.execute(viewer.actor, what),
      );
    });
    if (!outcome.ok) return this.grantPage(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`${BASE}/grants/${grantId}`), {
      notice: '公開ページとデータから外しました。中継の写しも、1分ほどで消えます。',
    });
  }

  @Post(':withholdingId/end')
  async showAgain(@Viewer() viewer: Viewer, @Id('withholdingId') id: string): Promise<RedirectResult> {
    const { grantId } = await this.withhold.showAgain(viewer.actor, id);
    return redirect(viewer.url(`${BASE}/grants/${grantId}`), {
      notice: 'もう一度載せます。まもなく公開ページに出ます。',
    });
  }

  private async grantPage(viewer: Viewer, grantId: string, body: unknown, errors?: DomainError): Promise<PageResult> {
    const disclosure = await this.withhold.view(viewer.actor, grantId);
    const { grant } = disclosure;
    return page(viewer, {
      title: '公表している内容',
      lead: `${nameOfGrant(grant)}（${grant.organizationName}）`,
      breadcrumb: publicFaceCrumbs(viewer, { label: TITLE, href: viewer.url(BASE) }, { label: nameOfGrant(grant) }),
      ...(errors && { errors }),
      body: GrantDisclosurePage({ viewer, disclosure, body }),
    });
  }
}
