#include "core/exchange/introduction.h"
#include "db/hashing.h"
#include "tests/fuzz/promise.h"
#include "tests/support/golden_bundle.h"

/// An introduction is read or not; what is read is written back alike, and nobody forges another
/// desk's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const bool ready = (db::startHashing(), true);
    Q_UNUSED(ready);
    const auto read = core::readIntroduction(bytesOf(data, size));
    if (!read)
        return 0;
    const auto again = core::readIntroduction(core::introductionText(*read));
    if (!again || !(again->introduction == read->introduction)
        || again->signature != read->signature)
        broken("what was read is written back alike", read->introduction.name);
    const core::Introduction& said = read->introduction;
    const QByteArray bytes = core::introductionBytes(said);
    if (said.desk == QString::fromLatin1(golden::deskIdHex)
        && db::deskIdOf(said.signingKey) == said.desk
        && db::isSignedBy(said.signingKey, bytes, read->signature)
        && bytes.toHex() != golden::introductionHex)
        broken("nobody speaks in another desk's name", said.name);
    return 0;
}
