import type { OrganizationView } from '../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, Form, Notice, type Viewer } from '../shared/index.js';
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
}

export function DetailsCorrectionPage({ viewer, view, typed, stale }: CorrectionProps<TypedDetails>) {
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
        <Buttons viewer={viewer} view={view} />
      </Form>
    </>
  );
}

export function WardsCorrectionPage({ viewer, view, typed, stale }: CorrectionProps<string>) {
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
        <Buttons viewer={viewer} view={view} />
      </Form>
    </>
  );
}

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
