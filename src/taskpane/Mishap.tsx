import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { words } from './words';

/** Stands in for a view that failed while it was drawn: never an empty pane. */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{words.mishap}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => this.setState({ failed: false })}>
            {words.retry}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
