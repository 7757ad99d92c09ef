import { DomainError } from '../../kernel/domain-error.js';
import {
  ACCOUNT,
  ACCOUNT_SIDES,
  isReceiptSection,
  PHOTOS,
  RECEIPTS,
  type PreparedReport,
} from '../../performance-reports/index.js';
import { page, type Crumb, type PageResult, type Viewer } from '../shared/index.js';
import { withErrors, type Shown } from '../shared/sections/section-desk.js';
import { ReportAccountPage } from './report-account.page.js';
import { ReportFormPage } from './report-form.page.js';
import { receiptName } from './report-parts.js';
import { ReportPhotosPage } from './report-photos.page.js';
import { ReportReceiptPage, ReportReceiptsPage } from './report-receipts.page.js';
import { partOf, reportFormSection, reportSectionUrl, reportSectionWords, reportUrl } from './report-words.js';

/** Where the way to the pages of a report begins. */
export const reportBeginning = (viewer: Viewer): Crumb & { readonly href: string } =>
  viewer.desk === 'staff'
    ? { label: '実績報告', href: viewer.url('staff/reports') }
    : { label: 'ホーム', href: viewer.url('committee') };

/** The page of a section of a report, whichever it is. Throws not-found for one that the report has not. */
export function reportSectionPage(viewer: Viewer, draft: PreparedReport, name: string, shown: Shown): PageResult {
  if (!draft.sections.has(name) || (partOf(name) === RECEIPTS && !draft.asked.receipts)) throw DomainError.notFound();
  const { title, lead } = reportSectionWords(draft.asked, name);
  const { id } = draft.report;
  const one = isReceiptSection(name);
  const section = reportFormSection(draft.asked, name);
  const content = {
    title: one ? `領収書（${receiptName(draft, name)}）` : title,
    lead,
    wide: name === ACCOUNT || (section?.questions.some(({ kind }) => kind === 'table') ?? false),
    breadcrumb: [
      reportBeginning(viewer),
      { label: `${draft.report.title}の実績報告`, href: reportUrl(viewer, id) },
      ...(one ? [{ label: '領収書', href: reportSectionUrl(viewer, id, RECEIPTS) }] : []),
      { label: one ? '1枚' : title },
    ],
    body: bodyOf(viewer, draft, name, shown.more),
  };
  return page(viewer, withErrors(content, shown), shown.status);
}

function bodyOf(viewer: Viewer, draft: PreparedReport, name: string, more: string | undefined) {
  const section = reportFormSection(draft.asked, name);
  if (section) return ReportFormPage({ viewer, draft, section, more });
  if (name === ACCOUNT) return ReportAccountPage({ viewer, draft, more: ACCOUNT_SIDES.find((side) => side === more) });
  if (name === PHOTOS) return ReportPhotosPage({ viewer, draft });
  return name === RECEIPTS ? ReportReceiptsPage({ viewer, draft }) : ReportReceiptPage({ viewer, draft, id: name });
}
