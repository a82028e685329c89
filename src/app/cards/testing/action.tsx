import { BulkAction } from '../action/BulkAction';
import type { ActionSdk } from '../action/action-sdk';
import { readSelected } from '../action/selected';
import { render } from './card';
import { FakeFunctions } from './fake-functions';
import { FakeSdk } from './fake-sdk';

/** The `ActionSdk` for tests: contacts are selected in a list. */
export class FakeActionSdk extends FakeSdk implements ActionSdk {
  override record: undefined = undefined;
  selected: ActionSdk['selected'];
  reloads = 0;

  constructor(objectIds: readonly (string | number)[], functions = new FakeFunctions()) {
    super(functions);
    this.selected = readSelected({ objectTypeId: '0-1', objectIds });
  }

  readonly reloadPage = () => {
    this.reloads += 1;
  };
}

/** Renders the bulk action on some contacts. Returns functions to use it as a user does. */
export function openAction(sdk: FakeActionSdk) {
  return render(<BulkAction sdk={sdk} />, sdk, 'crm.bulkActions');
}
