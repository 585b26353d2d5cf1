#include "db/last_written.h"

#include "core/journal/envelope.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;

namespace db {

std::optional<core::Instant> lastWritten(const Store& store)
{
    std::optional<core::Instant> last;
    Rows rows = select(*store.parts().database,
        u"SELECT h.envelope FROM desk d JOIN chain c ON c.desk = d.id AND c.seq ="
        " (SELECT max(seq) FROM chain WHERE desk = d.id) JOIN header h ON h.place = c.place"_s,
        {});
    while (rows.next()) {
        const auto envelope = core::readEnvelope(rows.bytes(0));
        if (!envelope)
            continue;
        const core::Instant written = core::fromMillis(envelope->event.recorded.ms);
        last = last ? std::max(*last, written) : written;
    }
    return last;
}

}
