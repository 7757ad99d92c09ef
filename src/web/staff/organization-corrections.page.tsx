import type { OrganizationView } from '../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, FileField, Form, Notice, TextArea, type Viewer } from '../shared/index.js';
import {
  DETAILS_LABELS,
  DetailsFields,
  detailsInWords,
  keptDetails,
  WardsField,
  type TypedDetails,
} from '../shared/organization-fields.js';
import { compared } from '../shared/organization-typed.js';
import { StaleComparison } from '../shared/stale-comparison.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface CorrectionProps<Typed> {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly typed: Typed;
  readonly stale: boolean;
  /** Why, as typed. */
  readonly reason: string;
}

export function DetailsCorrectionPage({ viewer, view, typed, stale, reason }: CorrectionProps<TypedDetails>) {
  const { file } = view;
  return (
    <>
      {stale && (
        <StaleComparison
          rows={compared(DETAILS_LABELS, detailsInWords(view, keptDetails(file)), detailsInWords(view, typed))}
        />
      )}
      <Recorded />
      <Form action={viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/details`)} version={file.detailsVersion}>
        <DetailsFields
          view={view}
          typed={typed}
          nameFixed={false}
          electronic={viewer.town.electronicDeliveryBasis !== null}
        />
        <Reason view={view} typed={reason} />
        <Buttons viewer={viewer} view={view} />
      </Form>
    </>
  );
}

export function WardsCorrectionPage({ viewer, view, typed, stale, reason }: CorrectionProps<string>) {
  const { file } = view;
  return (
    <>
      {stale && <StaleComparison rows={[{ label: '行政区', kept: file.wards.join('\n'), typed }]} />}
      <Recorded />
      <Form action={viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/wards`)} version={file.wardsVersion}>
        <WardsField typed={typed} />
        <p class="hint field-note">
          すでに始まっている申請の額は変わりません。次に始める申請から、この数で計算します。
        </p>
        <Reason view={view} typed={reason} />
        <Buttons viewer={viewer} view={view} />
      </Form>
    </>
  );
}

export function BylawsCorrectionPage({ viewer, view, stale, reason }: Omit<CorrectionProps<never>, 'typed'>) {
  const { file } = view;
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/${path}`);
  return (
    <>
      {stale && (
        <Notice tone="warning" title="規約が、ほかの人に差し替えられました">
          <p>いまの規約を確かめて、もう一度ファイルを選んでください。</p>
        </Notice>
      )}
      <Recorded />
      <Form action={url('bylaws/replacement')} version={file.bylawsVersion} upload>
        <FileField
          name="bylaws"
          label="規約のファイル"
          hint="PDF、Word（.docx）、写真（JPEG・PNG）のいずれか1つ、20MBまで。すでに出された申請には、出されたときの規約が残ります。"
          accept=".pdf,.docx,.jpg,.jpeg,.png"
          current={
            file.bylaws && {
              name: file.bylaws.name,
              href: url('bylaws'),
              scan: view.scans.get(file.bylaws.sha256),
            }
          }
          required
        />
        <Reason view={view} typed={reason} />
        <Buttons viewer={viewer} view={view} />
      </Form>
    </>
  );
}

/** Asked only for what is registered: grants rest on it. */
const Reason = ({ view, typed }: { view: OrganizationView; typed: string }) =>
  view.file.state === 'registered' ? (
    <TextArea
      name="correctionReason"
      label="直す理由"
      hint="操作の記録に残ります。例：令和8年5月20日の総会の議決により、行政区が1つ加わったため（届出 5月25日）"
      required
      rows={2}
      most={200}
      value={typed}
    />
  ) : null;

const Recorded = () => (
  <Notice tone="info" title="職権での訂正は記録に残ります">
    <p>団体から届け出があったこと、または明らかな書き誤りだけを直してください。</p>
  </Notice>
);

const Buttons = ({ viewer, view }: { viewer: Viewer; view: OrganizationView }) => (
  <ButtonRow>
    <Button>保存する</Button>
    <ButtonLink href={viewer.url(`${ORGANIZATIONS_PATH}/${view.file.id}`)} kind="secondary">
      保存しないで戻る
    </ButtonLink>
  </ButtonRow>
);
