import type { OrganizationView } from '../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, FileField, Form, type Viewer } from '../shared/index.js';
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
import { ORGANIZATION_PATH } from './organization-path.js';
import { RemarksHere } from './organization-remarks.js';

interface PartProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly answers?: Readonly<Record<string, string>>;
  /** Someone else has saved this part since the form was opened. */
  readonly stale?: boolean;
}

export function DetailsPage({ viewer, view, typed, answers, stale }: PartProps & { typed: TypedDetails }) {
  const { file } = view;
  return (
    <>
      {stale && (
        <StaleComparison
          rows={compared(DETAILS_LABELS, detailsInWords(view, keptDetails(file)), detailsInWords(view, typed))}
        />
      )}
      <Form action={viewer.url(`${ORGANIZATION_PATH}/details`)} version={file.detailsVersion}>
        <RemarksHere
          file={file}
          fields={['name', 'kana', 'districtId', 'address', 'phone', 'mail']}
          answers={answers}
        />
        <DetailsFields
          view={view}
          typed={typed}
          nameFixed={file.state === 'registered'}
          electronic={viewer.town.electronicDeliveryBasis !== null}
        />
        <SaveRow viewer={viewer} />
      </Form>
    </>
  );
}

export function WardsPage({ viewer, view, typed, answers, stale }: PartProps & { typed: string }) {
  const { file } = view;
  return (
    <>
      {stale && <StaleComparison rows={[{ label: '行政区', kept: file.wards.join('\n'), typed }]} />}
      <Form action={viewer.url(`${ORGANIZATION_PATH}/wards`)} version={file.wardsVersion}>
        <RemarksHere file={file} fields={['wards']} answers={answers} />
        <WardsField typed={typed} />
        <p class="hint field-note">
          いま保存されている数：{String(file.wards.length)}行政区。この数が運営交付金の計算に使われます。
        </p>
        <SaveRow viewer={viewer} />
      </Form>
    </>
  );
}

export function BylawsPage({ viewer, view, answers }: PartProps) {
  const { file } = view;
  return (
    <Form action={viewer.url(`${ORGANIZATION_PATH}/bylaws`)} version={file.bylawsVersion} upload>
      <RemarksHere file={file} fields={['bylaws']} answers={answers} />
      <FileField
        name="bylaws"
        label="規約のファイル"
        hint="PDF、Word（.docx）、写真（JPEG・PNG）のいずれか1つ、20MBまで。紙の規約は、スマートフォンで撮った写真でかまいません。"
        accept=".pdf,.docx,.jpg,.jpeg,.png"
        current={
          file.bylaws && {
            name: file.bylaws.name,
            href: viewer.url(`${ORGANIZATION_PATH}/bylaws/file`),
            scan: view.scans.get(file.bylaws.sha256),
          }
        }
        required
      />
      <SaveRow viewer={viewer} />
    </Form>
  );
}

export const SaveRow = ({ viewer, back = ORGANIZATION_PATH }: { viewer: Viewer; back?: string }) => (
  <ButtonRow>
    <Button>保存する</Button>
    <ButtonLink href={viewer.url(back)} kind="secondary">
      保存しないで戻る
    </ButtonLink>
  </ButtonRow>
);
