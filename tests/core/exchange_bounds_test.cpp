#include "core/exchange/bundle_records.h"
#include "core/journal/field_bytes.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("A place that no chain reaches is not read", "[exchange]")
{
    const DeskId desk(32, u'a');
    const Digest before{1};
    for (const qint64 seq : {qint64(-1), furthestPlace + 1, std::numeric_limits<qint64>::max(),
             std::numeric_limits<qint64>::min()}) {
        CAPTURE(seq);
        CHECK_FALSE(readSegment(bundleBytes(BundleSegment{desk, seq, before})));
        CHECK_FALSE(readBundleHead(bundleBytes(Head{desk, seq, before})));
        BundleOpening opening{desk, QByteArray(32, 'k'), u"Desk"_s, u"edt"_s, u"edt"_s, {}, seq};
        CHECK_FALSE(readOpening(bundleBytes(opening)));
    }
    CHECK_FALSE(readSegment(bundleBytes(BundleSegment{desk, 0, before})));
    CHECK(readSegment(bundleBytes(BundleSegment{desk, furthestPlace, before})));
    CHECK(readBundleHead(bundleBytes(Head{desk, 0, before})));
}
