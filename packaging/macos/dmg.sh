#!/bin/sh
# Makes dist/headroom-VERSION-macos-ARCH.dmg of dist/Headroom.app: `sh dmg.sh VERSION`, on macOS.
# Signs where HEADROOM_CODESIGN_IDENTITY names an identity of the keychain, and has Apple
# notarise it where HEADROOM_NOTARY_PROFILE names a profile of `notarytool store-credentials`.
set -eu
version=${1:?"say the version: dmg.sh 1.2.3"}
cd "$(dirname "$0")/../.."
app=dist/Headroom.app
image=dist/headroom-$version-macos-$(uname -m).dmg
identity=${HEADROOM_CODESIGN_IDENTITY:-}

# the libraries were changed after PyInstaller signed them: sign all anew, "-" is nobody's name
if [ -n "$identity" ]; then
    codesign --force --deep --options runtime --timestamp \
        --entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
else
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -quiet -volname Headroom -srcfolder "$folder" -format UDZO "$image"

if [ -n "$identity" ]; then
    codesign --timestamp --sign "$identity" "$image"
fi
if [ -n "${HEADROOM_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$HEADROOM_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
