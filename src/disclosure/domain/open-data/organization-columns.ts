import type { PublicOrganization } from '../public-organization.js';
import type { OpenDataColumn } from './open-data-column.js';

/** `organizations`: one row a registered organisation. */
export const ORGANIZATION_COLUMNS: readonly OpenDataColumn<PublicOrganization>[] = [
  { header: '団体番号', name: 'id', meaning: 'この団体を表す、変わらない番号', cell: ({ id }) => id },
  { header: '団体名', name: 'name', meaning: '登録した名称', cell: ({ name }) => name },
  { header: '団体名カナ', name: 'kana', meaning: '名称の読み', cell: ({ kana }) => kana },
  { header: '校区', name: 'district', meaning: '団体の小学校区', cell: ({ districtName }) => districtName },
  { header: '行政区の数', name: 'wardCount', meaning: '団体をつくる行政区の数', cell: ({ wards }) => wards.length },
  { header: '行政区', name: 'wards', meaning: '行政区の名前。「、」で区切る', cell: ({ wards }) => wards.join('、') },
  {
    header: '登録日',
    name: 'registeredOn',
    meaning: '登録した日。西暦の年-月-日。わからないときは空欄',
    cell: ({ registeredOn }) => registeredOn,
  },
];
