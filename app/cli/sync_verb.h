#pragma once

namespace cli {

struct Call;

/// `sync`: exchanges through a common folder, once or until it is stopped.
int syncVerb(Call& call);

}
