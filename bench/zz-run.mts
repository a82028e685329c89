import { pastedTextCosts } from '/tmp/wt/paste/bench/pasted-text';
for (const {text,ms,splitMs} of await pastedTextCosts()) console.log(text.padEnd(40), ms.toFixed(1).padStart(8), splitMs.toFixed(1).padStart(8), (ms/splitMs).toFixed(1));
