#include "db/file_problem.h"

#include <QFileDevice>

#include <cerrno>
#include <system_error>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool isFull(const QFileDevice& file, const std::error_code& last)
{
    return file.error() == QFileDevice::ResourceError
        || (file.error() == QFileDevice::NoError && last == std::errc::no_space_on_device);
}

QString reason(const QFileDevice& file, const std::error_code& last)
{
    return file.error() == QFileDevice::NoError ? QString::fromStdString(last.message())
                                                : file.errorString();
}

}

Error fileError(const QFileDevice& file, const QString& text, const QString& mend)
{
    const std::error_code last{errno, std::generic_category()};
    return {isFull(file, last) ? Fault::Full : Fault::Disk,
        u"%1: %2."_s.arg(text, reason(file, last)), mend};
}

}
